import { useApp } from '../state/app.ts';
import { Account } from '../views/account.tsx';
import { Add } from '../views/add.tsx';
import { AddBy } from '../views/add-by.tsx';
import { Backups } from '../views/backups.tsx';
import { EditAccount } from '../views/edit-account.tsx';
import { Keys } from '../views/keys.tsx';
import { List } from '../views/list.tsx';
import { Settings } from '../views/settings.tsx';
import { Shell } from '../views/shell.tsx';
import { Trash } from '../views/trash.tsx';
import { Why } from '../views/why.tsx';
import { Menu } from './menu.tsx';

export function PageFrame() {
  return <Shell view={MenuAndView} />;
}

function MenuAndView() {
  return (
    <div class="menu-and-view">
      <Menu />
      <View />
    </div>
  );
}

function View() {
  const route = useApp().model.route.value;
  switch (route.view) {
    case 'list':
      return <List />;
    case 'add':
      return <Add />;
    case 'add-by':
      return <AddBy key={route.way} way={route.way} />;
    case 'account':
      return <Account key={route.id} id={route.id} />;
    case 'edit':
      return <EditAccount key={route.id} id={route.id} />;
    case 'keys':
      return <Keys />;
    case 'backups':
      return <Backups />;
    case 'trash':
      return <Trash />;
    case 'why':
      return <Why />;
    case 'settings':
      return <Settings />;
  }
}

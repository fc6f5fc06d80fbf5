import { useApp } from '../state/app.ts';
import { Account } from '../views/account.tsx';
import { Add } from '../views/add.tsx';
import { AddBy } from '../views/add-by.tsx';
import { EditAccount } from '../views/edit-account.tsx';
import { List } from '../views/list.tsx';
import { Settings } from '../views/settings.tsx';
import { Shell } from '../views/shell.tsx';

export function PopupFrame() {
  return <Shell view={View} />;
}

function View() {
  const route = useApp().model.route.value;
  switch (route.view) {
    case 'list':
    // These want the room of the full page, and their links lead there.
    case 'keys':
    case 'backups':
    case 'trash':
    case 'why':
      return <List />;
    case 'add':
      return <Add />;
    case 'add-by':
      return <AddBy key={route.way} way={route.way} />;
    case 'account':
      return <Account key={route.id} id={route.id} />;
    case 'edit':
      return <EditAccount key={route.id} id={route.id} />;
    case 'settings':
      return <Settings />;
  }
}

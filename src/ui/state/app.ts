import { computed } from '@preact/signals';
import type { AccountView } from '../../messages/contract.ts';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { createActions } from './actions.ts';
import { createModel } from './model.ts';
import type { Ports } from './ports.ts';
import { above, type Route } from './route.ts';
import { indexOf, search } from './search.ts';
import { createSync } from './sync.ts';

export type App = ReturnType<typeof createApp>;

export function createApp(ports: Ports, start: Route, ended: AbortSignal) {
  const model = createModel(start);
  const sync = createSync({ model, ports, ended });
  // The frame that asks may be of another host than the page around it, which is known only once it was asked.
  const accounts = computed(() => {
    const { binding } = model.page.value;
    const all = model.accounts.value;
    const isInFrame = ({ here, hosts }: AccountView) => !here && binding !== null && hosts.includes(binding);
    // The same list as before is not put into order again.
    if (!all.some(isInFrame)) return all;
    return all.map((account) => (isInFrame(account) ? { ...account, here: true } : account));
  });
  // Those that cannot be read are named above the list, with what can be done about them.
  const index = computed(() => {
    const damaged = new Set(model.damaged.value.map(({ id }) => id));
    return indexOf(accounts.value.filter(({ id }) => !damaged.has(id)));
  });
  const groups = computed(() =>
    search(index.value, model.query.value, model.page.value.likely?.account ?? null),
  );
  const go = (route: Route) => {
    model.route.value = route;
  };
  const back = () => {
    const to = above(model.route.value);
    if (to !== null) go(to);
  };
  return { ports, model, groups, go, back, refresh: sync.refresh, ...createActions({ model, ports, sync }) };
}

const Context = createContext<App | null>(null);

export const AppProvider = Context.Provider;

export function useApp(): App {
  const app = useContext(Context);
  if (app === null) throw new Error('outside of the app');
  return app;
}

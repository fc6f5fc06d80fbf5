/** The ways in which an account is added. */
export type Way = 'page' | 'image' | 'text' | 'hand';

export type Route =
  | { readonly view: 'list' }
  | { readonly view: 'add' }
  | { readonly view: 'add-by'; readonly way: Way }
  | { readonly view: 'account'; readonly id: string }
  | { readonly view: 'settings' };

export const home: Route = { view: 'list' };

/** Where "back" leads; null from the list, which is the first. */
export function above(route: Route): Route | null {
  if (route.view === 'list') return null;
  return route.view === 'add-by' ? { view: 'add' } : home;
}

/** The page's fragment names the view that a tab begins with: the file dialog would have closed the popup. */
export function routeOf(fragment: string): Route {
  return fragment === '#image' ? { view: 'add-by', way: 'image' } : home;
}

/** The ways in which an account is added. */
export type Way = 'page' | 'pointed' | 'image' | 'text' | 'hand';

/** What the full page's menu leads to. */
export type Section = 'list' | 'keys' | 'backups' | 'trash' | 'why' | 'settings';

export type Route =
  | { readonly view: Section }
  | { readonly view: 'add' }
  | { readonly view: 'add-by'; readonly way: Way }
  | { readonly view: 'account'; readonly id: string }
  | { readonly view: 'edit'; readonly id: string };

export const SECTIONS: readonly Section[] = ['list', 'keys', 'backups', 'trash', 'why', 'settings'];

export const home: Route = { view: 'list' };

/** Where "back" leads; null from the list, which is the first. */
export function above(route: Route): Route | null {
  if (route.view === 'list') return null;
  if (route.view === 'edit') return { view: 'account', id: route.id };
  return route.view === 'add-by' ? { view: 'add' } : home;
}

export function isSection({ view }: Route): boolean {
  return SECTIONS.some((section) => section === view);
}

/** The section of the menu that a view belongs to. */
export function sectionOf({ view }: Route): Section {
  return SECTIONS.find((section) => section === view) ?? 'list';
}

/**
 * The page's fragment names the view that a tab begins with. It stands in the browser's history and session
 * files, so it never says more than these words.
 */
export function routeOf(fragment: string): Route {
  const word = fragment.slice(1);
  if (word === 'image' || word === 'page' || word === 'pointed') return { view: 'add-by', way: word };
  return { view: SECTIONS.find((section) => section === word) ?? 'list' };
}

const PAGE = 'src/ui/page/page.html';

/** The address of the full page, to begin at a view. */
export function pageAt(start: Section | 'image'): string {
  return start === 'list' ? PAGE : `${PAGE}#${start}`;
}

/** What a person has chosen for single sites, as it stands in the sealed settings and as others see it. */
import type { Config, StoredSite } from './format.ts';

/** What holds on one site. */
export interface SiteSettings {
  /** Nothing is offered there. */
  readonly never: boolean;
  /** The form is submitted once it was filled. */
  readonly submit: boolean;
  /** The code is put behind what stands in the field. */
  readonly append: boolean;
  /** The id of the account whose code was used there last; it may be gone by now. */
  readonly lastUsed: string | null;
  /** The ids of accounts of which a person has said that they are not for it; any of them may be gone by now. */
  readonly refused: readonly string[];
}

/** What becomes of it; what is not named stays. */
export type SiteChange = Partial<SiteSettings> | ((before: SiteSettings) => Partial<SiteSettings>);

/** Of a site for which nobody has chosen anything. */
const UNCHOSEN: SiteSettings = { never: false, submit: false, append: false, lastUsed: null, refused: [] };

/** By the binding of the site (core/site/site.ts), all for which something is kept. */
export type Sites = ReadonlyMap<string, SiteSettings>;

export function sitesIn({ sites = {} }: Config): Sites {
  return new Map(Object.entries(sites).map(([binding, stored]) => [binding, { ...UNCHOSEN, ...stored }]));
}

export function siteIn(sites: Sites, binding: string): SiteSettings {
  return sites.get(binding) ?? UNCHOSEN;
}

/** The very config that it was given, where it says so already. */
export function withSite(config: Config, binding: string, change: SiteChange): Config {
  const before = new Map(Object.entries(config.sites ?? {}));
  const site = { ...UNCHOSEN, ...before.get(binding) };
  const stored = storedOf({ ...site, ...(typeof change === 'function' ? change(site) : change) });
  if (JSON.stringify(stored) === JSON.stringify(before.get(binding) ?? {})) return config;
  // A site of which nothing is said leaves no trace.
  if (Object.keys(stored).length === 0) before.delete(binding);
  else before.set(binding, stored);
  const { sites: _, ...others } = config;
  return before.size === 0 ? others : { ...others, sites: Object.fromEntries(before) };
}

/** Only what differs from what nobody has chosen, in one order of the members. */
function storedOf({ never, submit, append, lastUsed, refused }: SiteSettings): StoredSite {
  return {
    ...(never ? { never } : {}),
    ...(submit ? { submit } : {}),
    ...(append ? { append } : {}),
    ...(lastUsed === null ? {} : { lastUsed }),
    ...(refused.length === 0 ? {} : { refused }),
  };
}

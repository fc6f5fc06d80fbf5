/** What holds on single sites, on its way into a backup file and back: in the file an account has no id, but a place. */
import { isBinding } from '../core/site/site.ts';
import { members } from './account-json.ts';
import type { BackupSites } from './backup-format.ts';
import type { Config, StoredSite } from './format.ts';
import type { Restoring } from './merge.ts';
import { siteIn, sitesIn, withSite, type SiteSettings } from './sites.ts';

/** `ids` are those of the accounts in the file, in its order; what is said of any other is left out. */
export function sitesToBackup({ sites = {} }: Config, ids: readonly string[]): BackupSites {
  const placeOf = new Map(ids.map((id, place) => [id, place]));
  return naming(sites, (id) => placeOf.get(id));
}

/**
 * Taken member by member, for the file may be a stranger's: what is not as the format says is as if nobody had chosen it.
 * `placeOf` tells which of the accounts that could be read the one at a place of the file is. Throws `unreadable`.
 */
export function sitesFromBackup(value: unknown, placeOf: (place: number) => number | undefined): BackupSites {
  const sites = Object.entries(members(value)).filter(([binding]) => isBinding(binding));
  return naming(Object.fromEntries(sites.map(([binding, said]) => [binding, siteFrom(said)])), placeOf);
}

function siteFrom(value: unknown): StoredSite<number> {
  if (typeof value !== 'object' || value === null) return {};
  const { never, submit, append, lastUsed, refused } = value as Readonly<Record<string, unknown>>;
  return {
    ...(never === true ? { never } : {}),
    ...(submit === true ? { submit } : {}),
    ...(append === true ? { append } : {}),
    ...(typeof lastUsed === 'number' ? { lastUsed } : {}),
    ...(Array.isArray(refused) ? { refused: refused.filter((one) => typeof one === 'number') } : {}),
  };
}

/** The same with other names for the accounts; of one that has none nothing is said any more. */
function naming<A, B>(
  sites: Readonly<Record<string, StoredSite<A>>>,
  nameOf: (account: A) => B | undefined,
): Readonly<Record<string, StoredSite<B>>> {
  const named = Object.entries(sites).map(([binding, { lastUsed, refused = [], ...switches }]) => {
    const last = lastUsed === undefined ? undefined : nameOf(lastUsed);
    const others = [...new Set(refused.map(nameOf))].filter((one) => one !== undefined);
    const accounts = {
      ...(last === undefined ? {} : { lastUsed: last }),
      ...(others.length === 0 ? {} : { refused: others }),
    };
    return [binding, { ...switches, ...accounts }] as const;
  });
  return Object.fromEntries(named.filter(([, site]) => Object.keys(site).length > 0));
}

/**
 * The config with what a backup says of sites; the very one that it was given, where it says so already. `ids` are those that the
 * backup's accounts have in the vault, in its order.
 */
export function withBackupSites(
  config: Config,
  backup: BackupSites,
  ids: readonly string[],
  how: Restoring,
): Config {
  const here = sitesIn(config);
  const there = sitesIn({ ...config, sites: naming(backup, (place) => ids[place]) });
  const bindings = new Set([...here.keys(), ...there.keys()]);
  return [...bindings].reduce((changed, binding) => {
    const [mine, restored] = [siteIn(here, binding), siteIn(there, binding)];
    return withSite(changed, binding, how === 'replace' ? restored : merged(mine, restored));
  }, config);
}

/** What was chosen here stays, all of it: that one of its switches is off is a choice as well. */
function merged(here: SiteSettings, there: SiteSettings): SiteSettings {
  const isChosen = here.never || here.submit || here.append;
  return {
    ...(isChosen ? here : there),
    lastUsed: here.lastUsed ?? there.lastUsed,
    refused: [...new Set([...here.refused, ...there.refused])],
  };
}

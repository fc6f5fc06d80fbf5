/** What a person has chosen for the sites of pages. */
import { siteIn, type SiteSettings } from '../vault/vault.ts';
import type { Desk } from './desk.ts';

type OpenVault = Pick<Desk['vault'], 'state' | 'sites' | 'settings'>;

/** Of a locked vault nothing is known: then nothing is offered either. */
export async function siteSettings(vault: OpenVault, binding: string): Promise<SiteSettings> {
  return siteIn((await vault.state()) === 'open' ? await vault.sites() : new Map(), binding);
}

/** Whether anything of ours may stand in a page of this site. */
export async function mayStandIn(vault: OpenVault, { never }: SiteSettings): Promise<boolean> {
  if (never || (await vault.state()) !== 'open') return false;
  return (await vault.settings()).offersInPages ?? true;
}

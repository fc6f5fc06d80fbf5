/** What a person has chosen for the sites of pages. */
import { siteIn, VaultError, type KeptAccount, type SiteSettings, type Vault } from '../vault/vault.ts';

type OpenVault = Pick<Vault, 'state' | 'sites' | 'settings'>;

/** The accounts of exactly this host that are in use. */
export async function boundTo(vault: Pick<Vault, 'list'>, host: string): Promise<readonly KeptAccount[]> {
  const kept = await vault.list();
  return kept.filter(({ overview }) => overview.state !== 'trashed' && overview.hosts.includes(host));
}

/** Of a locked vault nothing is known: then nothing is offered either. */
export async function siteSettings(vault: OpenVault, binding: string): Promise<SiteSettings> {
  return siteIn((await vault.state()) === 'open' ? await vault.sites() : new Map(), binding);
}

/** Whether anything of ours may stand in a page of this site. */
export async function mayStandIn(vault: OpenVault, { never }: SiteSettings): Promise<boolean> {
  if (never || (await vault.state()) !== 'open') return false;
  return (await vault.settings()).offersInPages ?? true;
}

/** Of several accounts of a site, which one was used there last. */
export async function rememberUse(
  vault: Pick<Vault, 'list' | 'isReadOnly' | 'changeSite'>,
  binding: string,
  account: string,
): Promise<void> {
  if ((await boundTo(vault, binding)).length < 2) return;
  try {
    if (!(await vault.isReadOnly())) await vault.changeSite(binding, { lastUsed: account });
  } catch (error) {
    // That it cannot be remembered is no reason to keep the code back, which may have been spent already.
    if (!(error instanceof VaultError)) throw error;
  }
}

/**
 * What stands on the page: asked apart from the vault, for what answers runs in the page's process, and a page
 * that hangs must not hide the accounts.
 */
import type { PageView } from '../../messages/contract.ts';
import { noPage, type Model } from './model.ts';
import type { Ports } from './ports.ts';

/** How long the accounts wait for the page, in ms, so that those of its site stand first from the start. */
const PATIENCE = 150;

export interface Glance {
  /** Asks the page; null when it does not answer soon. */
  readonly ask: () => Promise<PageView | null>;
  /** Shows what the page says, however late, and then looks for setup codes in its pictures, which takes a while. */
  readonly look: () => Promise<void>;
}

export function createGlance(model: Model, { background }: Ports): Glance {
  let last = Promise.resolve(noPage);
  const ask = () => {
    model.looking.value = true;
    last = background.page().catch(() => noPage);
    return Promise.race([last, after(PATIENCE)]);
  };
  const look = async () => {
    const asked = last;
    // An answer that a later question or a lock has overtaken is not shown.
    const overtaken = () => asked !== last || model.stage.value !== 'open';
    const page = await asked;
    if (overtaken()) return;
    model.page.value = page;
    const findings =
      page.host === null
        ? null
        : await background.find({ from: 'page', screenshot: false }).catch(() => null);
    if (overtaken()) return;
    const found = findings?.read === 'found' ? findings.found : [];
    model.found.value = found.filter(({ known }) => known !== 'same');
    model.looking.value = false;
  };
  return { ask, look };
}

function after(ms: number): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), ms));
}

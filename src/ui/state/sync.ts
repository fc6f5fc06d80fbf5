/**
 * Keeps the model true: asks the background anew when it says that something changed, and for the codes when
 * the first of them ends. Nothing is polled.
 */
import { batch } from '@preact/signals';
import type { CodeView, Failure } from '../../messages/contract.ts';
import { CallFailed } from '../../messages/rpc.ts';
import { blank, type Model } from './model.ts';
import type { Ports } from './ports.ts';

/** A clock that was set back must not make us ask all the time. */
const SOONEST = 250;

export interface Sync {
  /** Asks for everything; resolves when the model is up to date. */
  readonly refresh: () => Promise<void>;
}

interface Context {
  readonly model: Model;
  readonly ports: Ports;
  readonly ended: AbortSignal;
}

export function failureOf(error: unknown): Failure {
  return error instanceof CallFailed ? error.failure : 'internal';
}

function fail(model: Model, failure: Failure): void {
  if (failure === 'locked' || failure === 'absent') return blank(model, failure);
  batch(() => {
    blank(model, 'failed');
    model.failure.value = failure;
  });
}

async function load({ model, ports }: Context): Promise<void> {
  const { background } = ports;
  const stage = await background.state();
  if (stage !== 'open') return blank(model, stage);
  const [accounts, codes, page] = await Promise.all([
    background.accounts(),
    background.codes(),
    background.page(),
  ]);
  batch(() => {
    model.stage.value = 'open';
    model.accounts.value = accounts;
    model.codes.value = byId(codes);
    model.page.value = page;
  });
}

function byId(codes: readonly CodeView[]): ReadonlyMap<string, CodeView> {
  return new Map(codes.map((code) => [code.id, code]));
}

/** Looks for setup codes on the page. Pictures take a while to read: the accounts do not wait for them. */
function createLook({ model, ports }: Context): () => Promise<void> {
  let last = 0;
  return async () => {
    const turn = ++last;
    const page = model.stage.value === 'open' && model.page.value.host !== null;
    const findings = page ? await ports.background.find({ from: 'page' }).catch(() => null) : null;
    // An answer that was overtaken, by a later one or by a lock, is not shown.
    if (turn !== last || model.stage.value !== 'open') return;
    const found = findings?.read === 'found' ? findings.found : [];
    model.found.value = found.filter(({ known }) => known !== 'same');
  };
}

/** Asks for the codes again each time that the first of them ends. */
function createTicker({ model, ports, ended }: Context): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const set = () => {
    clearTimeout(timer);
    const ends = [...model.codes.value.values()].map(({ until }) => until);
    if (ended.aborted || ends.length === 0) return;
    timer = setTimeout(() => void tick(), Math.max(SOONEST, Math.min(...ends) - ports.now()));
  };
  const tick = async () => {
    try {
      const codes = await ports.background.codes();
      if (model.stage.value === 'open') model.codes.value = byId(codes);
    } catch (error) {
      fail(model, failureOf(error));
    }
    set();
  };
  ended.addEventListener('abort', () => clearTimeout(timer));
  return set;
}

export function createSync(context: Context): Sync {
  const { model, ports, ended } = context;
  const tick = createTicker(context);
  const look = createLook(context);
  let running: Promise<void> | null = null;
  let again = false;
  const run = async () => {
    do {
      again = false;
      await load(context).catch((error: unknown) => fail(model, failureOf(error)));
    } while (again);
    running = null;
    tick();
    void look();
  };
  const refresh = async () => {
    again = running !== null;
    running ??= run();
    await running;
  };
  ports.onChanged(() => void refresh(), ended);
  return { refresh };
}

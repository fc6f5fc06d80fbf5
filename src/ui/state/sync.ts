/**
 * Keeps the model true: asks the background anew when it says that something changed, and for the codes when
 * the first of them ends. Nothing is polled.
 */
import { batch } from '@preact/signals';
import type { CodeView, Failure } from '../../messages/contract.ts';
import { CallFailed } from '../../messages/rpc.ts';
import { createGlance, type Glance } from './glance.ts';
import { blank, type Model } from './model.ts';
import type { Ports } from './ports.ts';

/** The shortest time between two questions for codes, in ms: a clock that was set must not make us ask all the time. */
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

async function load({ model, ports }: Context, glance: Glance): Promise<void> {
  const { background } = ports;
  const stage = await background.state();
  const ways = stage === 'absent' ? null : await background.waysIn();
  if (stage !== 'open') {
    return batch(() => {
      blank(model, stage);
      model.ways.value = ways;
    });
  }
  // What stands above the list comes with it: a row that moves when somebody presses it takes the click for another button.
  const [accounts, codes, page, backup] = await Promise.all([
    background.accounts(),
    background.codes(),
    glance.ask(),
    background.lastBackup().catch(() => null),
  ]);
  batch(() => {
    model.stage.value = 'open';
    model.ways.value = ways;
    model.unlockFailed.value = false;
    model.accounts.value = accounts;
    model.codes.value = byId(codes);
    model.page.value = page ?? model.page.value;
    model.backup.value = backup;
  });
}

/** After everything else, for it reads all that is stored, and next to always finds nothing. */
async function lookAfter({ model, ports }: Context): Promise<void> {
  if (model.stage.value !== 'open') return;
  const { background } = ports;
  const [damaged, setBack] = await Promise.all([
    background.damaged().catch(() => []),
    background.isSetBack().catch(() => false),
  ]);
  if (model.stage.value !== 'open') return;
  batch(() => {
    model.damaged.value = damaged;
    model.setBack.value = setBack;
  });
}

function byId(codes: readonly CodeView[]): ReadonlyMap<string, CodeView> {
  return new Map(codes.map((code) => [code.id, code]));
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
  const setTicker = createTicker(context);
  const glance = createGlance(model, ports);
  let running: Promise<void> | null = null;
  let again = false;
  const run = async () => {
    do {
      again = false;
      await load(context, glance).catch((error: unknown) => fail(model, failureOf(error)));
    } while (again);
    running = null;
    setTicker();
    void glance.look();
    void lookAfter(context);
  };
  const refresh = async () => {
    again = running !== null;
    running ??= run();
    await running;
  };
  ports.onChanged(() => void refresh(), ended);
  return { refresh };
}

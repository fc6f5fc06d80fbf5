/** The chips that stand on the page: what the background says, where the page has it, and what a click does. */
import type { Chip, FillResult, FromPage } from '../messages/contract.ts';
import type { Client } from '../messages/rpc.ts';
import { t, type TextKey } from '../platform/text.ts';
import { showChip, type ChipElement } from './chip.ts';
import { canBeSeen } from './guard.ts';
import type { Given, Hooks } from './release.ts';
import { sleep } from './sleep.ts';

const DONE_MS = 1500;
const FAILED_MS = 5000;
/** For a person to read that it was not filled, and to decide. */
const COPY_MS = 20_000;

const LABELS = {
  fill: 'chipFill',
  'fill-recovery': 'chipFillRecovery',
  choose: 'chipChoose',
  'keep-codes': 'chipKeepCodes',
} as const;

interface Shown {
  chip: Chip;
  readonly element: ChipElement;
  /** Clicked: it is at its work, or has done it, and goes by itself. */
  spent: boolean;
  /** What one more click does, where it then offers something else. */
  again: (() => void) | null;
}

export interface Offers {
  /** Shows these and no others. */
  show(chips: readonly Chip[]): void;
  /** Puts each where its field is now. */
  place(): void;
}

type Spend = (chip: Chip, hooks: Hooks) => Promise<FillResult>;
type Background = Pick<Client<FromPage>, 'open' | 'copied'>;

/** `anchorsOf` finds what a chip stands at: the boxes of a field by its key, the list of codes by null. */
export function createOffers(
  anchorsOf: (field: number | null) => readonly Element[],
  spend: Spend,
  background: Background,
): Offers {
  const all = new Map<string, Shown>();

  const away = (name: string): void => {
    all.get(name)?.element.remove();
    all.delete(name);
  };

  const add = (name: string, chip: Chip): void => {
    const anchors = anchorsOf(chip.field);
    // One that takes no click is no offer; our own interface makes it instead.
    if (anchors.length === 0 || !canBeSeen(window)) return;
    const element = showChip(anchors, t(LABELS[chip.kind]), {
      onMeant: () => {
        // One click, one code.
        if (shown.spent) shown.again?.();
        else void clicked(shown, spend, background).finally(() => away(name));
      },
      onOdd: () => away(name),
    });
    const shown: Shown = { chip, spent: false, again: null, element };
    all.set(name, shown);
  };

  const place = (): void => {
    for (const [name, { chip, element, spent }] of all) {
      const anchors = anchorsOf(chip.field);
      if (anchors.length > 0) element.move(anchors);
      else if (!spent) away(name);
    }
  };

  const show = (chips: readonly Chip[]): void => {
    const wanted = new Map(chips.map((chip) => [nameOf(chip), chip]));
    for (const [name, { spent }] of all) if (!wanted.has(name) && !spent) away(name);
    for (const [name, chip] of wanted) {
      const shown = all.get(name);
      // One that stands there already stays as it is, or each change of the page would make it wait anew.
      if (shown) shown.chip = chip;
      else add(name, chip);
    }
    place();
  };

  return { show, place };
}

const nameOf = ({ kind, field }: Chip): string => kind + field;

/** Ends when the chip has nothing more to say. */
async function clicked(shown: Shown, spend: Spend, background: Background): Promise<void> {
  shown.spent = true;
  const { kind, ticket } = shown.chip;
  if (kind === 'fill' || kind === 'fill-recovery') await filled(shown, spend, background);
  else await background.open({ ticket });
}

/** Fills, saying in the chip how it goes; ends when there is nothing more to read there. */
async function filled(shown: Shown, spend: Spend, background: Background): Promise<void> {
  const { chip, element } = shown;
  let ticking: ReturnType<typeof setInterval> | undefined;
  const onWait = (until: number): void => {
    clearInterval(ticking);
    const tick = (): void => element.say(t('chipWaiting', secondsTo(until)));
    ticking = setInterval(tick, 1000);
    tick();
  };
  const untaken: Given[] = [];
  const hooks = { onWait, onUntaken: (given: Given) => untaken.push(given) };
  // Locked in between, or the extension is gone: nothing was filled.
  const result = await spend(chip, hooks).catch((): FillResult => 'refused');
  clearInterval(ticking);
  const [given] = untaken;
  if (given !== undefined) return copied(shown, given, background);
  if (result === 'filled') return say(element, 'chipFilled', DONE_MS);
  return say(element, result === 'occupied' ? 'chipOccupied' : 'chipFailed', FAILED_MS);
}

async function say(element: ChipElement, text: TextKey, forMs: number): Promise<void> {
  element.say(t(text));
  await sleep(forMs);
}

/**
 * Offers to copy the code that the field did not keep: that very one, for the site was to get no other in its period. It takes
 * another click, that the browser vouches for and the guards take for meant, and ends with the code.
 */
async function copied(shown: Shown, { code, until }: Given, background: Background): Promise<void> {
  const patience = Math.min(COPY_MS, (until ?? Infinity) - Date.now());
  const meant = new Promise<boolean>((resolve) => {
    shown.again = () => resolve(true);
  });
  shown.element.say(t('chipCopy'));
  const isMeant = await Promise.race([meant, sleep(patience).then(() => false)]);
  shown.again = null;
  if (!isMeant) return;
  const isCopied = await toClipboard(code);
  // Where a person wants it cleared again, the background does that.
  if (isCopied) void background.copied({ code }).catch(() => null);
  await say(shown.element, isCopied ? 'chipCopied' : 'chipFailed', isCopied ? DONE_MS : FAILED_MS);
}

/**
 * Whether the browser allowed it. By the one way of which the page hears nothing: the command to copy would select a text in
 * the page, and tell its listeners of it, any of which could read the code and put another text in its place.
 */
async function toClipboard(code: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(code);
    return true;
  } catch {
    // Not on a page without encryption, nor where the page or the frame around it forbids it: the popup can.
    return false;
  }
}

function secondsTo(time: number): number {
  return Math.max(0, Math.ceil((time - Date.now()) / 1000));
}

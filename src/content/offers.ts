/** The chips that stand on the page: what the background says, where the page has it, and what a click does. */
import type { Chip, FillResult, FromPage } from '../messages/contract.ts';
import type { Client } from '../messages/rpc.ts';
import { t } from '../platform/text.ts';
import { showChip, type ChipElement } from './chip.ts';
import { canBeSeen } from './guard.ts';
import type { Release } from './release.ts';
import { sleep } from './sleep.ts';

const DONE_MS = 1500;
const FAILED_MS = 5000;

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
}

export interface Offers {
  /** Shows these and no others. */
  show(chips: readonly Chip[]): void;
  /** Puts each where its field is now. */
  place(): void;
}

type Spend = (chip: Chip, onWait: Release['onWait']) => Promise<FillResult>;
type Open = Client<FromPage>['open'];

/** `anchorsOf` finds what a chip stands at: the boxes of a field by its key, the list of codes by null. */
export function createOffers(
  anchorsOf: (field: number | null) => readonly Element[],
  spend: Spend,
  open: Open,
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
        if (!shown.spent) void clicked(shown, spend, open).finally(() => away(name));
      },
      onOdd: () => away(name),
    });
    const shown: Shown = { chip, spent: false, element };
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
async function clicked(shown: Shown, spend: Spend, open: Open): Promise<void> {
  shown.spent = true;
  const { kind, ticket } = shown.chip;
  if (kind === 'fill' || kind === 'fill-recovery') await filled(shown, spend);
  else await open({ ticket });
}

/** Fills, saying in the chip how it goes; ends when there is nothing more to read there. */
async function filled({ chip, element }: Shown, spend: Spend): Promise<void> {
  let ticking: ReturnType<typeof setInterval> | undefined;
  const onWait = (until: number): void => {
    clearInterval(ticking);
    const tick = (): void => element.say(t('chipWaiting', secondsTo(until)));
    ticking = setInterval(tick, 1000);
    tick();
  };
  // Locked in between, or the extension is gone: nothing was filled.
  const result = await spend(chip, onWait).catch(() => 'refused');
  clearInterval(ticking);
  element.say(t(result === 'filled' ? 'chipFilled' : 'chipFailed'));
  await sleep(result === 'filled' ? DONE_MS : FAILED_MS);
}

function secondsTo(time: number): number {
  return Math.max(0, Math.ceil((time - Date.now()) / 1000));
}

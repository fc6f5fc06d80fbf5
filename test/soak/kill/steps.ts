/** What is done to a vault that is killed, and what it then has to hold: the model that the real one is held against. */
import type { Seeded } from '../seeded.ts';

export type Step =
  | { readonly op: 'add'; readonly name: string }
  | { readonly op: 'edit'; readonly name: string; readonly to: string }
  | { readonly op: 'trash'; readonly name: string }
  | { readonly op: 'password'; readonly to: string }
  | { readonly op: 'import'; readonly names: readonly string[] }
  | { readonly op: 'rotate' };

export const OPERATIONS = ['add', 'edit', 'trash', 'password', 'import', 'rotate'] as const;

/** All that a person would notice: nothing of ids, keys or revisions. */
export interface State {
  readonly password: string;
  /** Name to whether it is in the trash. */
  readonly accounts: Readonly<Record<string, boolean>>;
}

export const START: State = { password: 'walrus', accounts: { first: false, second: false } };

export function apply({ password, accounts }: State, step: Step): State {
  switch (step.op) {
    case 'add':
      return { password, accounts: { ...accounts, [step.name]: false } };
    case 'edit': {
      const { [step.name]: isTrashed = false, ...others } = accounts;
      return { password, accounts: { ...others, [step.to]: isTrashed } };
    }
    case 'trash':
      return { password, accounts: { ...accounts, [step.name]: true } };
    case 'password':
      return { password: step.to, accounts };
    case 'import':
      return {
        password,
        accounts: { ...accounts, ...Object.fromEntries(step.names.map((name) => [name, false])) },
      };
    case 'rotate':
      return { password, accounts };
  }
}

/** The `index`-th step, of this operation, upon a state. */
export function stepOf(op: Step['op'], { accounts }: State, index: number, random: Seeded): Step {
  const [first = 'first', ...rest] = Object.keys(accounts);
  const name = random.pick([first, ...rest]);
  switch (op) {
    case 'add':
      return { op, name: `added ${index}` };
    case 'edit':
      return { op, name, to: `edited ${index}` };
    case 'trash':
      return { op, name };
    case 'password':
      return { op, to: `password ${index}` };
    case 'import':
      return { op, names: [`imported ${index}`, `imported with ${index}`] };
    case 'rotate':
      return { op };
  }
}

/** A run of steps, the same for the same seed, with the state after each; `states[0]` is the one before them. */
export function run(random: Seeded, length: number): { steps: readonly Step[]; states: readonly State[] } {
  const steps: Step[] = [];
  const states: State[] = [START];
  for (let index = 0; index < length; index++) {
    const before = states[index] ?? START;
    const step = stepOf(random.pick(OPERATIONS), before, index, random);
    steps.push(step);
    states.push(apply(before, step));
  }
  return { steps, states };
}

/** The same text for the same state. */
export function spell({ password, accounts }: State): string {
  return JSON.stringify([password, Object.entries(accounts).toSorted(([a], [b]) => (a < b ? -1 : 1))]);
}

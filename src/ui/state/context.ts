/** What the actions work with. */
import type { TextKey } from '../../platform/text.ts';
import type { Model } from './model.ts';
import type { Ports } from './ports.ts';
import type { Sync } from './sync.ts';

/** Resolves to the text of what went wrong, or null. */
export type Outcome = Promise<TextKey | null>;

export interface Context {
  readonly model: Model;
  readonly ports: Ports;
  readonly sync: Sync;
}

/** Shows a notice; `undo` never rejects. */
export function say(model: Model, text: string, undo: (() => Promise<void>) | null = null): void {
  model.notice.value = { id: (model.notice.value?.id ?? 0) + 1, text, undo };
}

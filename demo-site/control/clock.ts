import type { Clock } from '../engine/engine.ts';
import type { ClockChange, ClockState } from './contract.ts';

/** The time of a site that can be stopped and moved. Starts as the clock that it is given. */
export class ControlledClock {
  readonly #base: Clock;
  #frozenAt: number | null = null;
  #offset = 0;

  constructor(base: Clock) {
    this.#base = base;
  }

  /** As a property, for it is handed on as a function. */
  readonly now: Clock = () => this.#frozenAt ?? this.#base() + this.#offset;

  get state(): ClockState {
    const now = this.now();
    const offsetMs = now - this.#base();
    if (this.#frozenAt !== null) return { mode: 'frozen', now, offsetMs };
    return { mode: this.#offset === 0 ? 'real' : 'offset', now, offsetMs };
  }

  change({ mode, now, advanceMs = 0 }: Omit<ClockChange, 'now'> & { now?: number }): void {
    const at = (now ?? (mode === 'real' ? this.#base() : this.now())) + advanceMs;
    const frozen = mode === undefined ? this.#frozenAt !== null : mode === 'frozen';
    this.#frozenAt = frozen ? at : null;
    this.#offset = frozen ? 0 : at - this.#base();
  }

  reset(): void {
    this.#frozenAt = null;
    this.#offset = 0;
  }
}

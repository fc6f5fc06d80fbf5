/**
 * Where the two halves of the content script meet: a name in the extension's own world of a document, which no page
 * sees. The always-on half stands there; the one that reads, offers and fills is put beside it by the background,
 * into single documents and only when there is something to do.
 */

/** The half that is loaded on demand, as far as the always-on half is concerned. */
export interface Reader {
  /** Reads the page and reports what is new; answers whether there is something to go on watching for. */
  look(): boolean;
  /** The next look is reported even if nothing changed, or nothing is there. */
  forget(): void;
}

export interface Gate {
  /** Aborts when the extension that this belongs to is gone. */
  readonly signal: AbortSignal;
  readonly send: (message: unknown) => Promise<unknown>;
  /** Looks soon, and watches for changes for a while. */
  readonly arm: () => void;
  /** The reader is there; a second one is not taken. */
  readonly join: (make: () => Reader) => void;
}

const scope = globalThis as { countersign?: Gate };

/** Makes the place, once for a document: both halves may be put there again and again. */
export function openGate(make: () => Gate): void {
  // An extension that was reloaded finds, in some browsers, what it left: that has ended, and is replaced.
  if (scope.countersign?.signal.aborted !== false) scope.countersign = make();
}

export function gate(): Gate | undefined {
  return scope.countersign;
}

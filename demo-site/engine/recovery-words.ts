import type { Policy } from './engine.ts';

/** What a recovery code is called here, within a sentence. */
export function recoveryName({ recovery }: Policy): string {
  return recovery?.name ?? 'recovery code';
}

/** The same at the beginning of one. */
export function recoveryTitle(policy: Policy): string {
  const name = recoveryName(policy);
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

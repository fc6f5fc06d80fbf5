/** Fields for a code that was kept for the day of loss: no one-time code ever belongs there, nor the other way round. */
import type { RecoveryPlace } from './judgement.ts';
import { takingOut } from './text.ts';
import type { Texts } from './texts.ts';
import { says } from './words.ts';

const ORDER = ['label', 'placeholder', 'own', 'near', 'page'] as const satisfies readonly RecoveryPlace[];

/**
 * The closest text that says which of the two it is decides; what the page calls the field comes first only
 * where it says "recovery", for one name often serves several forms. "Code from your app, or a recovery code" in one
 * breath takes either, and is a field for a one-time code.
 */
export function recoveryIn(texts: Texts): RecoveryPlace | null {
  if (says.recovery.test(texts.own) && !says.otp.test(without(texts.own))) return 'own';
  for (const place of ORDER) {
    const text = texts[place];
    if (says.recovery.test(text)) return takesEither(text, texts.own) ? null : place;
    // A text that names the one-time code is not overruled by what stands further away.
    if (says.otp.test(text)) return null;
  }
  return null;
}

function takesEither(text: string, own: string): boolean {
  return says.otp.test(without(text)) && (says.or.test(text) || says.otp.test(own));
}

const without = takingOut(says.recovery);

import type { OtpParameters } from '../../core/account.ts';
import { t } from '../../platform/text.ts';
import { plural } from './language.ts';
import { algorithmName, kindText } from './words.ts';

export const usual: OtpParameters = { kind: 'totp', algorithm: 'SHA1', digits: 6, period: 30 };

/** How the codes are made, in words; with `all` false only what is not as usual. */
export function describe(parameters: OtpParameters, all: boolean): readonly string[] {
  const { kind, algorithm, digits, period } = parameters;
  // Steam's letters are five on the usual clock, always.
  if (kind === 'steam') return [t(kindText.steam)];
  const words: (string | false)[] = [
    (all || kind !== usual.kind) && t(kindText[kind]),
    (all || digits !== usual.digits) && plural('parameterDigits', digits),
    kind === 'totp' && (all || period !== usual.period) && plural('parameterPeriod', period),
    (all || algorithm !== usual.algorithm) && algorithmName[algorithm],
  ];
  return words.filter((word) => word !== false);
}

/** A code in groups that the eye takes in at once: 123 456, 1234 5678, 123 456 789. */
export function grouped(code: string): string {
  if (code.length < 6) return code;
  const size = code.length % 3 === 0 ? 3 : Math.floor(code.length / 2);
  const groups = Array.from({ length: Math.floor(code.length / size) }, (_, at) =>
    code.slice(at * size, (at + 1) * size),
  );
  const rest = code.slice(groups.length * size);
  return [...groups.slice(0, -1), `${groups.at(-1) ?? ''}${rest}`].join(' ');
}

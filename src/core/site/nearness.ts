/**
 * Whether two words are one slip apart: a letter too many, one too few, another one, or two neighbours swapped (Damerau
 * and Levenshtein's distance is 1).
 */
export function isOneStepAway(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  const rest = { short: short.slice(at), long: long.slice(at) };
  if (long.length === short.length + 1) return rest.short === rest.long.slice(1);
  if (long.length > short.length || rest.short === '') return false;
  const [first = '', second = ''] = rest.short;
  return (
    rest.short.slice(1) === rest.long.slice(1) || `${second}${first}${rest.short.slice(2)}` === rest.long
  );
}

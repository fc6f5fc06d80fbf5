import { existsSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../shared/corpora');
const missed = new Set<string>();

/**
 * The path of a corpus (`imports`, `qr/crop0` …), or null where it is not at hand: other projects' data are not
 * part of this repository. Its tests then have nothing to assert, and it is said by name, once.
 */
export function corpus(name: string): string | null {
  const path = join(ROOT, name);
  if (existsSync(path)) return path;
  if (!missed.has(name)) process.stdout.write(`corpus absent: ${name}\n`);
  missed.add(name);
  return null;
}

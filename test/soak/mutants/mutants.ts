/**
 * The rules that keep the vault, each broken once: the tests beside it have to fail. `from` stands in the file once.
 * A rule that is written anew is broken anew here; that it is no longer found is an error.
 */
export interface Mutant {
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** Files of unit tests, one of which fails. */
  readonly tests: readonly string[];
}

const tampering = ['test/vault/tampering.test.ts'];

export const MUTANTS: readonly Mutant[] = [
  {
    file: 'src/vault/box.ts',
    from: 'if (iv.length !== IV_BYTES) return null;',
    to: '',
    tests: ['test/vault/box.test.ts'],
  },
  {
    file: 'src/vault/box.ts',
    from: 'const iv = randomBytes(IV_BYTES);',
    to: 'const iv = new Uint8Array(IV_BYTES);',
    tests: ['test/vault/box.test.ts'],
  },
  {
    file: 'src/vault/box.ts',
    from: 'Math.ceil((plaintext.length + 1) / PADDED_TO) * PADDED_TO',
    to: 'plaintext.length + 1',
    tests: ['test/vault/box.test.ts'],
  },
  {
    file: 'src/vault/box.ts',
    from: `  } finally {
    padded.fill(0);
    plaintext.fill(0);`,
    to: `  } finally {
    padded.fill(0);`,
    tests: ['test/vault/box.test.ts'],
  },
  {
    file: 'src/vault/record.ts',
    from: 'lengthPrefixed(LABELS[half], vaultId, id, String(rev), String(sv))',
    to: 'lengthPrefixed(LABELS[half], vaultId, String(rev), String(sv))',
    tests: tampering,
  },
  {
    file: 'src/vault/record.ts',
    from: 'lengthPrefixed(LABELS[half], vaultId, id, String(rev), String(sv))',
    to: 'lengthPrefixed(LABELS.overview, vaultId, id, String(rev), String(sv))',
    tests: [...tampering, 'test/vault/format.test.ts'],
  },
  {
    file: 'src/vault/verify.ts',
    from: "if (config.rev !== manifest.cfg) throw damaged('config');",
    to: '',
    tests: tampering,
  },
  {
    file: 'src/vault/verify.ts',
    from: "if (ids.length !== known.size || ids.some((id) => !known.has(id))) throw damaged('slots');",
    to: '',
    tests: ['test/vault/passwords.test.ts', 'test/vault/slots.test.ts'],
  },
  {
    file: 'src/vault/verify.ts',
    from: "return record.rev === rev ? record : damaged('record-revision', record.id);",
    to: 'return record;',
    tests: tampering,
  },
  {
    file: 'src/vault/verify.ts',
    from: "...missing.map((id) => damaged('record-missing', id)),",
    to: '',
    tests: tampering,
  },
  {
    file: 'src/vault/verify.ts',
    from: 'if (!isNewer(header) || !(error instanceof VaultError)) throw error;',
    to: 'throw error;',
    tests: tampering,
  },
  {
    file: 'src/vault/manifest.ts',
    from: 'lengthPrefixed(LABELS.manifest, vaultId, String(gen))',
    to: 'lengthPrefixed(LABELS.manifest, vaultId)',
    tests: [...tampering, 'test/vault/format.test.ts'],
  },
  {
    file: 'src/vault/manifest.ts',
    from: 'Object.hasOwn(manifest.recs, id)',
    to: 'id in manifest.recs',
    tests: ['test/vault/vault.test.ts', 'test/vault/tampering.test.ts'],
  },
  {
    file: 'src/vault/kdf.ts',
    from: 'value >= floor && value <= ceiling',
    to: 'value <= ceiling',
    tests: ['test/vault/kdf.test.ts'],
  },
  {
    file: 'src/vault/kdf.ts',
    from: 'value >= floor && value <= ceiling',
    to: 'value >= floor',
    tests: ['test/vault/kdf.test.ts'],
  },
  {
    file: 'src/vault/kdf.ts',
    from: "password.normalize('NFKC')",
    to: 'password',
    tests: ['test/vault/vault.test.ts'],
  },
  {
    file: 'src/vault/kdf.ts',
    from: "if (isWithoutWebAssembly(error)) throw new VaultError('no-webassembly');",
    to: '',
    tests: ['test/vault/kdf.test.ts'],
  },
  {
    file: 'src/vault/factor.ts',
    from: ' && output.some((byte) => byte !== 0)',
    to: '',
    tests: ['test/vault/slots.test.ts'],
  },
  {
    file: 'src/vault/slots.ts',
    from: "type === 'password' || type === 'recovery' || type === 'device'",
    to: 'type.length > 0',
    tests: ['test/vault/slots.test.ts'],
  },
  {
    file: 'src/vault/slots.ts',
    from: 'await catchUp(store, copy, keys, { header: before.header, gen: before.manifest.gen + 1 });',
    to: '',
    tests: ['test/vault/faults.test.ts', 'test/vault/rescue.test.ts', 'test/vault/passwords.test.ts'],
  },
  {
    file: 'src/vault/keyring.ts',
    from: 'return whenOpen(parts, () => withFactor(parts, factor, work));',
    to: 'return withFactor(parts, factor, work);',
    tests: ['test/vault/session.test.ts'],
  },
  {
    file: 'src/vault/rotate.ts',
    from: 'if (broken[0] !== undefined) throw broken[0];',
    to: '',
    tests: ['test/vault/rescue.test.ts'],
  },
  {
    file: 'src/vault/session-key.ts',
    from: "if (now >= lockAt) return 'time';",
    to: '',
    tests: ['test/vault/session.test.ts'],
  },
  {
    file: 'src/vault/session-key.ts',
    from: "return now < seenAt - CLOCK_TOLERANCE ? 'clock' : null;",
    to: 'return null;',
    tests: ['test/vault/session.test.ts'],
  },
  {
    file: 'src/vault/session-key.ts',
    from: 'if (time >= session.seenAt + SEEN_STEP) await',
    to: 'if (time < 0) await',
    tests: ['test/vault/session.test.ts'],
  },
  {
    file: 'src/vault/pin.ts',
    from: 'else await session.set(KEY, { ...read.envelope, left });',
    to: '',
    tests: ['test/vault/pin.test.ts'],
  },
  {
    file: 'src/vault/pin.ts',
    from: 'if (error instanceof VaultError) await session.set(KEY, read.envelope);',
    to: '',
    tests: ['test/vault/pin.test.ts'],
  },
  {
    file: 'src/vault/store.ts',
    from: 'if (found !== undefined) readOwnHeader(found);',
    to: '',
    tests: tampering,
  },
  {
    file: 'src/vault/store.ts',
    from: '(before?.gen ?? null) !== write.after || ',
    to: '',
    tests: ['test/vault/faults.test.ts', 'test/vault/vault.test.ts'],
  },
  {
    file: 'src/vault/store.ts',
    from: "if (hasRemains) throw damaged('header');",
    to: '',
    tests: tampering,
  },
  {
    file: 'src/vault/database.ts',
    from: 'const endedByItself = !abort(tx);',
    to: 'const endedByItself = true;',
    tests: ['test/vault/faults.test.ts'],
  },
  {
    file: 'src/vault/backup-file.ts',
    from: 'lengthPrefixed(BACKUP_LABELS.file, version, CIPHER, alg, ...parameters, salt, commitment)',
    to: 'lengthPrefixed(BACKUP_LABELS.file, version, CIPHER, alg, salt, commitment)',
    tests: ['test/vault/backup-file.test.ts'],
  },
  {
    file: 'src/vault/backups.ts',
    from: 'await readBack(parts, file, password, written);',
    to: '',
    tests: ['test/vault/backups.test.ts'],
  },
  {
    file: 'src/vault/merge.ts',
    from: 'counter: Math.max(before.counter, restored.counter),',
    to: 'counter: restored.counter,',
    tests: ['test/vault/backups.test.ts'],
  },
  {
    file: 'src/vault/anchor.ts',
    from: 'if (kept !== null && gen < kept.gen) {',
    to: 'if (kept !== null && gen < 0) {',
    tests: ['test/vault/rescue.test.ts'],
  },
  {
    file: 'src/vault/rescue.ts',
    from: 'gen > opened.gen || (gen === opened.gen && (await opensWith(parts, factor)))',
    to: 'gen === opened.gen && (await opensWith(parts, factor))',
    tests: ['test/vault/rescue.test.ts'],
  },
  {
    file: 'src/background/for-ui/reveal-calls.ts',
    from: `async showSecret({ id, proof }) {
      if (!(await vault.checkWith(factorOf(proof)))) return 'wrong';`,
    to: 'async showSecret({ id }) {',
    tests: ['test/background/locks.test.ts'],
  },
  {
    file: 'src/background/for-ui/trash-calls.ts',
    from: 'await vault.purge(ids.filter((id) => !usable.has(id)));',
    to: 'await vault.purge(ids);',
    tests: [
      'test/background/for-ui.test.ts',
      'test/background/damaged.test.ts',
      'test/background/life.test.ts',
    ],
  },
  {
    file: 'src/messages/senders.ts',
    from: 'sender.frameId === 0 && sender.tab.url',
    to: 'sender.tab.url',
    tests: ['test/messages/senders.test.ts'],
  },
  {
    file: 'src/messages/senders.ts',
    from: 'if (sender.id !== us.id || sender.origin !== us.origin) return false;',
    to: 'if (sender.id !== us.id) return false;',
    tests: ['test/messages/senders.test.ts'],
  },
  {
    file: 'src/messages/senders.ts',
    from: 'outer?.secure === true && ',
    to: 'outer !== null && ',
    tests: ['test/messages/senders.test.ts'],
  },
  {
    file: 'src/messages/guards.ts',
    from: "typeof value === 'string' && value.length <= cap ? value : refuse()",
    to: "typeof value === 'string' ? value : refuse()",
    tests: ['test/messages/guards.test.ts'],
  },
  {
    file: 'src/messages/guards.ts',
    from: 'Array.isArray(value) && value.length <= cap ?',
    to: 'Array.isArray(value) ?',
    tests: ['test/messages/guards.test.ts'],
  },
];

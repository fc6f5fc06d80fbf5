/**
 * What lets secrets out to a person's eyes. An open vault that was left alone must not give them to whoever comes
 * by: a key is shown again for each.
 */
import type { Account, Enrolment } from '../../core/account.ts';
import { toBase32 } from '../../core/bytes.ts';
import { writeOtpauth } from '../../core/uri/otpauth.ts';
import type { FromUi } from '../../messages/contract.ts';
import type { Handlers } from '../../messages/rpc.ts';
import type { Desk } from '../desk.ts';
import { factorOf } from './keys.ts';
import { touched } from './touched.ts';

type RevealCalls = Pick<Handlers<FromUi, null>, 'showSecret' | 'exportPlain'>;

export function revealCalls(desk: Desk): RevealCalls {
  const { vault } = desk;
  return {
    async showSecret({ id, proof }) {
      if (!(await vault.checkWith(factorOf(proof)))) return 'wrong';
      await touched(desk);
      const account = await vault.read(id);
      const { secret } = account.secret;
      const shown = { setupKey: toBase32(secret), uri: writeOtpauth(enrolmentOf(account)) };
      secret.fill(0);
      return shown;
    },
    async exportPlain({ proof }) {
      if (!(await vault.checkWith(factorOf(proof)))) return 'wrong';
      await touched(desk);
      const kept = (await vault.list()).filter(({ overview }) => overview.state !== 'trashed');
      const read = await vault.readEach(kept.map(({ id }) => id));
      const accounts = read.filter((account) => account !== null);
      const lines = accounts.map((account) => `${writeOtpauth(enrolmentOf(account))}\n`);
      for (const { secret } of accounts) secret.secret.fill(0);
      return { text: lines.join(''), accounts: lines.length, leftOut: read.length - lines.length };
    },
  };
}

function enrolmentOf({ overview, secret }: Account): Enrolment {
  const { issuer, name, parameters } = overview;
  return { issuer, name, parameters, secret: secret.secret, counter: secret.counter };
}

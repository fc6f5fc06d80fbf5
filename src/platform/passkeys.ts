/**
 * Passkeys with the PRF extension (WebAuthn Level 3, section 10.1.4): what one gives for a salt, always the same,
 * opens a slot of the vault. In the full page only: a popup closes when the browser's own dialog takes the focus.
 */
import { passkeysInOwnName } from './quirks.ts';

/** What a passkey is asked with. */
export interface AskedPasskey {
  readonly credentialId: Bytes;
  readonly rpId: string;
  /** 32 bytes. */
  readonly salt: Bytes;
}

export interface MadePasskey extends AskedPasskey {
  readonly output: Bytes;
}

type Bytes = Uint8Array<ArrayBuffer>;

/** `cancelled`: the person called it off, or has none that fits. `no-prf`: this one gives nothing to open a vault with. */
export type PasskeyProblem = 'cancelled' | 'no-prf' | 'exists' | 'refused';

const WORDS: Readonly<Record<string, PasskeyProblem>> = {
  NotAllowedError: 'cancelled',
  AbortError: 'cancelled',
  InvalidStateError: 'exists',
  NotSupportedError: 'no-prf',
};

/** Whether this browser can do it at all. */
export async function canUsePasskeys(): Promise<boolean> {
  if (!passkeysInOwnName || typeof PublicKeyCredential === 'undefined') return false;
  const capabilities = await PublicKeyCredential.getClientCapabilities?.();
  return capabilities?.['extension:prf'] !== false;
}

function random(length: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(length));
}

async function ceremony<T>(work: () => Promise<T | PasskeyProblem>): Promise<T | PasskeyProblem> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DOMException) return WORDS[error.name] ?? 'refused';
    throw error;
  }
}

/** RFC 4648 section 5, without padding: how credentials are named among the extension's inputs. */
function base64Url(bytes: Bytes): string {
  const base64 = btoa(String.fromCharCode(...bytes));
  return base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function bytesOf(source: BufferSource): Bytes {
  return source instanceof ArrayBuffer
    ? new Uint8Array(source)
    : new Uint8Array(source.buffer, source.byteOffset, source.byteLength).slice();
}

/** Makes one for this extension, and asks it at once for what it will give. `name` is what its list shows. */
export function makePasskey(
  name: string,
  others: readonly AskedPasskey[],
): Promise<MadePasskey | PasskeyProblem> {
  return ceremony(async () => {
    const salt = random(32);
    const credential = await navigator.credentials.create({
      publicKey: {
        challenge: random(32), // nobody checks the signature: the vault opens, or it does not
        rp: { name: 'Countersign' }, // no id: the extension's own, which no page and no other extension can claim
        user: { id: random(16), name, displayName: name },
        pubKeyCredParams: [-7, -8, -257].map((alg) => ({ type: 'public-key' as const, alg })),
        excludeCredentials: others.map(({ credentialId: id }) => ({ type: 'public-key', id })),
        // A stolen key alone must open nothing.
        authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
        extensions: { prf: { eval: { first: salt } } },
      },
    });
    if (!(credential instanceof PublicKeyCredential)) return 'cancelled';
    const { prf } = credential.getClientExtensionResults();
    if (prf?.enabled !== true) return 'no-prf';
    const passkey = { credentialId: new Uint8Array(credential.rawId), rpId: location.hostname, salt };
    // Some give it only when they are asked a second time.
    const output = prf.results === undefined ? await askPasskeys([passkey]) : bytesOf(prf.results.first);
    return typeof output === 'string' ? output : { ...passkey, output };
  });
}

/** Asks for any one of these. */
export function askPasskeys(passkeys: readonly AskedPasskey[]): Promise<Bytes | PasskeyProblem> {
  return ceremony(async () => {
    const salts = passkeys.map(({ credentialId, salt }) => [base64Url(credentialId), { first: salt }]);
    const credential = await navigator.credentials.get({
      publicKey: {
        challenge: random(32),
        allowCredentials: passkeys.map(({ credentialId: id }) => ({ type: 'public-key', id })),
        userVerification: 'required',
        extensions: { prf: { evalByCredential: Object.fromEntries(salts) } },
      },
    });
    if (!(credential instanceof PublicKeyCredential)) return 'cancelled';
    const { prf } = credential.getClientExtensionResults();
    return prf?.results === undefined ? 'no-prf' : bytesOf(prf.results.first);
  });
}

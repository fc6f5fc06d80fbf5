/**
 * As five implementations compute it: hash-wasm, @noble/hashes, openpgpjs, libsodium, argon2-browser. Of this
 * password in UTF-8 and the salt 01 02 … 10, 32 bytes.
 */
export const VECTOR_PASSWORD = 'correct horse battery staple';
export const VECTOR_SALT = Uint8Array.from({ length: 16 }, (_, index) => index + 1);

/** Memory in KiB, passes, lanes, key. */
export const ARGON2ID_VECTORS = [
  [19_456, 2, 1, 'bbb1e441cf0d144c88d5f19af607ebec32149ef8bf50cfec691757726b1b90c0'],
  [65_536, 3, 1, 'd8ebeb50632cc1993711eda85db155a107f0fb1cafab88a3a79f3d4661ac7a0c'],
  [65_536, 3, 4, '6ec690471257037ee9c75b275e6161c1c2f4335ab541400534dba6769a444397'],
] as const;

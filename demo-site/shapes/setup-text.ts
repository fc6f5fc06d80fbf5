import { qrMatrix, type QrMatrix } from '../qr/matrix.ts';

/** The ASCII of RFC 6238's own test vectors, so that a code can be checked by hand. */
export const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

/** What the QR code of a shape says: whom it found tells which of two it read. */
export function uriFor(account: string): string {
  return `otpauth://totp/Shapes:${account}?secret=${SECRET}&issuer=Shapes`;
}

export function codeFor(account: string, options?: Parameters<typeof qrMatrix>[1]): QrMatrix {
  return qrMatrix(uriFor(account), options);
}

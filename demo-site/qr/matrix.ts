import { encode } from 'uqr';

/** Rows of modules, true for dark, with the quiet zone of four that ISO/IEC 18004 asks for. */
export type QrMatrix = readonly (readonly boolean[])[];

export function qrMatrix(text: string): QrMatrix {
  return encode(text, { ecc: 'M', border: 4 }).data;
}

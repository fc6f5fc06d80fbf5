import { encode } from 'uqr';

interface QrOptions {
  /** How much of it may be lost: 7, 15, 25 or 30 %. */
  ecc?: 'L' | 'M' | 'Q' | 'H';
  /** Modules. */
  border?: number;
}

/** Rows of modules, true for dark, with the quiet zone of four that ISO/IEC 18004 asks for unless another border is wanted. */
export type QrMatrix = readonly (readonly boolean[])[];

export function qrMatrix(text: string, { ecc = 'M', border = 4 }: QrOptions = {}): QrMatrix {
  return encode(text, { ecc, border }).data;
}

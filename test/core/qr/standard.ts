/** Tables of ISO/IEC 18004 that more than one test is held against. */

export const LEVELS = ['L', 'M', 'Q', 'H'] as const;

export const VERSIONS = Array.from({ length: 40 }, (_, at) => at + 1);

/** Table 1: how many codewords a symbol holds, by version from 1. */
export const CODEWORDS: readonly number[] = [
  26, 44, 70, 100, 134, 172, 196, 242, 292, 346, 404, 466, 532, 581, 655, 733, 815, 901, 991, 1085, 1156,
  1258, 1364, 1474, 1588, 1706, 1828, 1921, 2051, 2185, 2323, 2465, 2611, 2761, 2876, 3034, 3196, 3362, 3532,
  3706,
];

/** Annex I.2: "01234567" in version 1-M, its sixteen codewords of data and ten that check them. */
export const EXAMPLE = Uint8Array.from(
  Buffer.from('1020 0c56 6180 ec11 ec11 ec11 ec11 ec11 a524 d4c1 ed36 c787 2c55'.replaceAll(' ', ''), 'hex'),
);

/** Accounts that are typed in by hand, with names that a search of a profile finds only where they were kept. */
import type { TypedAccount } from './pages/popup.ts';

export const CAROL: TypedAccount = {
  issuer: 'Quillbank',
  name: 'carol.finch',
  setupKey: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
};

export const DAVE: TypedAccount = {
  issuer: 'Wrenmail',
  name: 'dave.ibis',
  setupKey: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
};

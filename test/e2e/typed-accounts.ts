/** Accounts that are typed in by hand; their names and secrets stand nowhere else, so that a search finds only them. */
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

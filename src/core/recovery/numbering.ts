/** `1. `, `2) `, `#3: `, `04 ` and bullets, as lists write them before their items. */
export const NUMBERING = /^(?:#?\d{1,2}(?:[.):]\s*|\s+)|[•·*–-]\s+)/;

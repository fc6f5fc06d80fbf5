/** What a person opens a vault with. */
export type Factor = { readonly type: 'password'; readonly password: string };

/** Takes the options after the name, gives the exit code. */
type Bench = (args: string[]) => Promise<number>;

/** One row for each subject, in a folder of its own, which is loaded only when it is asked for. */
export const benches: Readonly<Record<string, { options: string; load: () => Promise<Bench> }>> = {
  qr: { options: '[--corpus DIR] [--json OUT]', load: async () => (await import('./qr/main.ts')).bench },
  prompts: {
    options: '[--corpus DIR] [--json OUT]',
    load: async () => (await import('./prompts/main.ts')).bench,
  },
  words: {
    options: '--sources DIR [--json OUT]',
    load: async () => (await import('./words/main.ts')).bench,
  },
  vault: { options: '', load: async () => (await import('./vault/main.ts')).bench },
  content: {
    options: '[--runs N] [--only PART] [--json OUT]',
    load: async () => (await import('./content/main.ts')).bench,
  },
  demo: { options: '', load: async () => (await import('./demo/main.ts')).bench },
};

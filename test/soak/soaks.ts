/** Takes the options after the name, gives the exit code. */
type Soak = (args: string[]) => Promise<number>;

/** One row for each, which is loaded only when it is asked for. */
export const soaks: Readonly<Record<string, { options: string; load: () => Promise<Soak> }>> = {
  kill: {
    options: '[--seed N] [--kills N] [--browser chromium|firefox]',
    load: async () => (await import('./kill/main.ts')).soak,
  },
  fuzz: { options: '[--seed N] [--rounds N]', load: async () => (await import('./fuzz/main.ts')).soak },
  mutants: { options: '', load: async () => (await import('./mutants/main.ts')).soak },
  demo: { options: '[--seed N] [--kills N]', load: async () => (await import('./demo/main.ts')).soak },
};

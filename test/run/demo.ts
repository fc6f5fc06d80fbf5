import { createProvider } from '../../demo-site/provider.ts';
import { Stop } from './stop.ts';

const PORT = 4600;

/** The demo site, running in this process. */
export interface Demo {
  readonly origin: string;
  /** Its address and its users, for a person to read. */
  readonly introduction: string;
  close(): Promise<void>;
}

/** Starts the demo site on its usual port. */
export async function serveDemo(): Promise<Demo> {
  try {
    const provider = await createProvider({
      port: PORT,
      onError: (error) => console.error(error),
    });
    const { url, users } = provider;
    const rows = users.map(
      ({ username, password, about }) => `  ${username.padEnd(8)}${password.padEnd(22)}${about}`,
    );
    return {
      origin: url,
      introduction: [`Demo site: ${url}`, ...rows].join('\n'),
      close: () => provider.stop(),
    };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      throw new Stop(`Port ${PORT}, the demo site's, is taken: end what runs there.`);
    }
    throw error;
  }
}

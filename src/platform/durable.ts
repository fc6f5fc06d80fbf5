/**
 * Asks the browser to keep what we have stored when the disk runs short. `unlimitedStorage` in the manifest says so
 * for extensions of both browsers already; where this is offered too (Firefox; in Chrome not to a worker), it is
 * asked for as well. Whether it was promised: there is nothing that a person could do about a no.
 */
export async function askToKeepStorage(): Promise<boolean> {
  const storage = navigator.storage as { persist?(): Promise<boolean> } | undefined;
  return (await storage?.persist?.().catch(() => false)) ?? false;
}

import { render, type ComponentType } from 'preact';
import { AppProvider, createApp } from './state/app.ts';
import type { Ports } from './state/ports.ts';
import type { Route } from './state/route.ts';

/** Draws the interface into `root` until `ended`; resolves when it shows what the background told. */
export async function mount(
  root: Element,
  Frame: ComponentType,
  ports: Ports,
  start: Route,
  ended: AbortSignal,
): Promise<void> {
  const app = createApp(ports, start, ended);
  ended.addEventListener('abort', () => render(null, root));
  render(
    <AppProvider value={app}>
      <Frame />
    </AppProvider>,
    root,
  );
  await app.refresh();
}

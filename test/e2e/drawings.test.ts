/** A set-up QR code is found however the page draws it, when it is there and when it appears later. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { encode } from 'uqr';
import messages from '../../src/locales/en/messages.json' with { type: 'json' };
import { inPopup } from './life.ts';
import { onEachBrowser, type Seat, type Stage } from './stage.ts';
import type { Driven } from './browser.ts';

const uri = (name: string) =>
  `otpauth://totp/Drawn:${name}?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Drawn`;

interface Module {
  readonly x: number;
  readonly y: number;
}

interface Drawing {
  readonly size: number;
  readonly dark: readonly Module[];
}

function draw(name: string): Drawing {
  const { data, size } = encode(uri(name), { border: 4 });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [{ x, y }] : [])));
  return { size, dark };
}

function svg({ size, dark }: Drawing): string {
  const path = dark.map(({ x, y }) => `M${x} ${y}h1v1h-1z`).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="220" height="220" viewBox="0 0 ${size} ${size}"><path d="${path}"/></svg>`;
}

function canvas({ size, dark }: Drawing): string {
  const scale = 5;
  return `<canvas width="${size * scale}" height="${size * scale}"></canvas><script>
    const context = document.querySelector('canvas').getContext('2d');
    for (const { x, y } of ${JSON.stringify(dark)}) context.fillRect(x * ${scale}, y * ${scale}, ${scale}, ${scale});
  </script>`;
}

function late(drawing: Drawing): string {
  return `<button onclick='this.outerHTML = ${JSON.stringify(svg(drawing))}'>Show the QR code</button>`;
}

/** Hundreds of small boxes: nothing that could be read as a picture. */
function table({ size, dark }: Drawing): string {
  const boxes = dark.map(
    ({ x, y }) =>
      `<i style="position:absolute;left:${x * 5}px;top:${y * 5}px;width:5px;height:5px;background:#000"></i>`,
  );
  return `<div style="position:relative;width:${size * 5}px;height:${size * 5}px;background:#fff">${boxes.join('')}</div>`;
}

const drawings: Readonly<Record<string, (drawing: Drawing) => string>> = {
  svg,
  canvas,
  image: (drawing) =>
    `<img alt="QR code" width="220" src="data:image/svg+xml;base64,${Buffer.from(svg(drawing)).toString('base64')}">`,
  late,
  // Its own pixels are enough, in whatever size it is shown.
  small: (drawing) => `<script>
    const image = document.createElement('img');
    image.width = 30;
    image.src = URL.createObjectURL(new Blob([${JSON.stringify(svg(drawing))}], { type: 'image/svg+xml' }));
    document.body.append(image);
  </script>`,
  table,
};

onEachBrowser('a QR code is found however it is drawn, and whenever', async (stage) => {
  await inPopup(stage, (popup) => popup.createVault());
  const server = await serveDrawings();
  for (const name of ['image', 'svg', 'canvas']) {
    await visit(stage, server, name);
    await finds(stage, name);
  }
  await appearsAfterAClick(stage, server);
  await appearsUnderThePopup(stage, server);
  await isReadOffTheScreen(stage, server);
  if (stage.driven.chooseInMenu !== null) await isReadFromTheMenu(stage, server, stage.driven.chooseInMenu);
  server.close();
});

async function appearsAfterAClick(stage: Stage, server: Server): Promise<void> {
  await visit(stage, server, 'late');
  await inPopup(stage, (popup) => popup.sees('No accounts yet'));
  await stage.page.locator('button').click();
  await finds(stage, 'late');
}

async function appearsUnderThePopup(stage: Stage, server: Server): Promise<void> {
  await visit(stage, server, 'late');
  await inPopup(stage, async (popup) => {
    await popup.sees('No accounts yet');
    await popup.hasLooked();
    // Nobody touches the page: it does so by itself.
    await stage.page.evaluate(() => document.querySelector('button')?.click());
    await popup.sees('late');
  });
}

/** One that is no picture, when it is asked for. */
async function isReadOffTheScreen(stage: Stage, server: Server): Promise<void> {
  await visit(stage, server, 'table');
  await inPopup(stage, async (popup) => {
    await popup.openWaysToAdd();
    await popup.readPage();
    await popup.sees('table');
  });
}

/** A picture too small to be read off the screen. */
async function isReadFromTheMenu(
  stage: Stage,
  server: Server,
  chooseInMenu: NonNullable<Driven['chooseInMenu']>,
): Promise<void> {
  await visit(stage, server, 'small');
  await stage.page.locator('img').wait();
  await inPopup(stage, async (popup) => {
    await popup.openWaysToAdd();
    await popup.readPage();
    await popup.says('problem_no_code');
  });
  await chooseInMenu(stage.page, 'img', messages.menuImage.message);
  await inPopup(stage, async (popup) => {
    await popup.reopenAt('pointed');
    await popup.sees('small');
  });
}

async function visit({ page }: Seat, server: Server, name: string): Promise<void> {
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${name}`);
}

/** Without anything being asked for: it stands there when the popup opens. */
async function finds(seat: Seat, name: string): Promise<void> {
  await inPopup(seat, async (popup) => {
    await popup.sees('Found on this page');
    await popup.sees(name);
  });
}

async function serveDrawings(): Promise<Server> {
  const server = createServer((request, response) => {
    const name = request.url?.slice(1) ?? '';
    const drawn = drawings[name]?.(draw(name)) ?? '';
    response.setHeader('content-type', 'text/html; charset=utf-8');
    // As strict as sites are: what is drawn to be read must not depend on what the page may load.
    response.setHeader(
      'content-security-policy',
      "default-src 'none'; img-src data: blob:; style-src 'unsafe-inline'; script-src 'unsafe-inline'",
    );
    response.end(
      `<!doctype html><title>Set up two-factor authentication</title><h1>Scan the QR code</h1>${drawn}
       <label>Code from your authenticator app <input name="code" autocomplete="one-time-code"></label>`,
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

import { html } from 'hono/html';
import type { Html } from '../../pages/parts.ts';
import { qrMatrix } from '../../qr/matrix.ts';
import * as draw from '../drawing.ts';
import { codeFor, SECRET, uriFor } from '../setup-text.ts';
import type { Shape } from '../shape.ts';

const common = {
  group: 'hiding',
  expectation: 'found',
  heading: 'Set up your authenticator app',
  script: 'pictures',
} as const;

const scan = html`<p>Scan this QR code with your authenticator app.</p>`;

const alone = (account: string): Html => html`${scan}${draw.svg(codeFor(account))}`;

const inFours = (SECRET.match(/.{4}/gu) ?? []).join(' ');

/** Where the code or its key stands, and what stands beside it. */
export const hidingShapes: readonly Shape[] = [
  {
    ...common,
    id: 'qr-late',
    title: 'Drawn a second late',
    finds: ['qr-late'],
    body: () =>
      html`<div data-when="late">
        <template>${alone('qr-late')}</template>
        <p>One moment …</p>
      </div>`,
  },
  {
    ...common,
    id: 'qr-dialog',
    title: 'A QR code in a dialog',
    finds: ['qr-dialog'],
    body: () =>
      html`<button type="button" data-shows>Add an app</button>
        <dialog data-when="dialog">${alone('qr-dialog')}</dialog>`,
  },
  {
    ...common,
    id: 'qr-frame',
    title: 'In a frame',
    finds: ['qr-framed'],
    body: () => html`<iframe class="tall" src="/shapes/qr-framed" title="Set-up"></iframe>`,
  },
  {
    ...common,
    id: 'qr-framed',
    title: 'A QR code for a frame',
    finds: ['qr-framed'],
    framed: true,
    body: () => alone('qr-framed'),
  },
  {
    ...common,
    id: 'qr-closed-root',
    title: 'A QR code in a closed shadow root',
    finds: ['qr-closed-root'],
    body: () => html`<div data-when="closed"><template>${alone('qr-closed-root')}</template></div>`,
  },
  {
    ...common,
    id: 'qr-below',
    title: 'Below the fold',
    finds: ['qr-below'],
    body: () =>
      html`<p>Read this first, and scan the QR code below.</p>
        <div class="below"></div>
        ${draw.svg(codeFor('qr-below'))}`,
  },
  {
    ...common,
    id: 'qr-two',
    title: 'Two accounts on one page',
    finds: ['qr-two-work', 'qr-two-home'],
    body: () =>
      html`${scan}
        <div class="side-by-side">
          ${draw.svg(codeFor('qr-two-work'), { size: 180 })}
          ${draw.svg(codeFor('qr-two-home'), { size: 180 })}
        </div>`,
  },
  {
    ...common,
    id: 'qr-beside-download',
    title: 'Beside the QR code of an app to download',
    finds: ['qr-beside-download'],
    body: () =>
      html`<div class="side-by-side">
        <div>
          <p>1. Get the app</p>
          ${draw.svg(qrMatrix('https://example.com/get-the-app'), { size: 180 })}
        </div>
        <div>
          <p>2. Scan this with it</p>
          ${draw.svg(codeFor('qr-beside-download'), { size: 180 })}
        </div>
      </div>`,
  },
  {
    ...common,
    id: 'qr-turns',
    title: 'Changes every four seconds',
    finds: ['qr-turns-a', 'qr-turns-b'],
    body: () =>
      html`${scan}
        <div data-when="turns">
          <div>${draw.svg(codeFor('qr-turns-a'))}</div>
          <div hidden>${draw.svg(codeFor('qr-turns-b'))}</div>
        </div>`,
  },
  {
    ...common,
    id: 'qr-web-address',
    title: 'The QR code of a web page',
    heading: 'Visit us',
    expectation: 'nothing',
    body: () => draw.svg(qrMatrix('https://example.com/menu')),
  },
  {
    ...common,
    id: 'qr-wifi',
    title: 'The QR code of a wireless network',
    heading: 'Guest network',
    expectation: 'nothing',
    body: () => draw.svg(qrMatrix('WIFI:T:WPA;S:guests;P:welcome-everybody;;')),
  },
  {
    ...common,
    id: 'key-and-qr',
    title: 'The key as text below, in groups and small letters',
    finds: ['key-and-qr'],
    body: () =>
      html`${alone('key-and-qr')}
        <p>Can’t scan it? Enter this key: <code>${inFours.toLowerCase()}</code></p>`,
  },
  {
    ...common,
    id: 'key-only',
    title: 'The key as text, and no QR code',
    finds: [],
    body: () =>
      html`<p>Enter this setup key into your authenticator app:</p>
        <p><code>${SECRET}</code></p>`,
  },
  {
    ...common,
    id: 'key-in-field',
    title: 'The key in a field that can’t be changed',
    finds: [],
    body: () =>
      html`<p>Enter this setup key into your authenticator app:</p>
        <input aria-label="Setup key" value="${inFours}" readonly size="42" />`,
  },
  {
    ...common,
    id: 'uri-link',
    title: 'A link to the app',
    finds: ['uri-link'],
    body: () => html`<p><a href="${uriFor('uri-link')}">Open your authenticator app</a> to set it up.</p>`,
  },
  {
    ...common,
    id: 'uri-text',
    title: 'The whole URI as text',
    finds: ['uri-text'],
    body: () =>
      html`<p>Copy this into your authenticator app:</p>
        <pre style="white-space: pre-wrap; overflow-wrap: anywhere">${uriFor('uri-text')}</pre>`,
  },
  {
    ...common,
    id: 'key-differs',
    title: 'The text and the QR code do not agree',
    finds: ['key-differs'],
    body: () =>
      html`${alone('key-differs')}
        <p>Can’t scan it? Enter this key: <code>MZXW6YTBOI2DEMRSGI3TOOBZHA2TEMRQ</code></p>`,
  },
  {
    ...common,
    id: 'licence-key',
    title: 'A licence key that looks like a setup key',
    heading: 'Your order',
    expectation: 'nothing',
    body: () =>
      html`<p>Thank you. Your licence key:</p>
        <p><code>KRUGS4ZANFZSA3TPOQQGCIDLMV4Q</code></p>`,
  },
];

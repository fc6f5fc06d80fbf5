import { html, raw } from 'hono/html';
import { qrPath } from '../qr/svg.ts';
import { qrMatrix, type QrMatrix } from '../qr/matrix.ts';
import { page, type Frame } from './layout.ts';
import { codeField, hiddenToken, inFours, type Html } from './parts.ts';

export interface SetupParts {
  uri: string;
  secret: string;
  error: string | null;
}

/** `/2fa/setup` */
export function setupPage(frame: Frame, { uri, secret, error }: SetupParts): Html {
  const { setup } = frame.profile;
  return page(frame, {
    id: 'setup',
    title: 'Set up two-factor authentication',
    body: html`<h1>Two-factor authentication</h1>
      <div class="card">
        <ol class="steps">
          <li>
            <p>${setup.scan}</p>
            <div class="setup">
              ${qrImage(frame, uri)}
              <code class="key" data-testid="setup-key">${inFours(secret)}</code>
            </div>
          </li>
          <li>
            <p>${setup.enter}</p>
            <form method="post" action="/2fa/confirm" class="short">
              ${hiddenToken(frame.formToken)} ${codeField({ label: setup.label, error })}
              <div class="actions">
                <button type="submit" form="cancel-form" class="plain" data-testid="cancel">
                  ${setup.cancel}
                </button>
                <button type="submit" class="primary" data-testid="enable">${setup.submit}</button>
              </div>
            </form>
            <form method="post" action="/2fa/cancel" id="cancel-form" hidden>
              ${hiddenToken(frame.formToken)}
            </form>
          </li>
        </ol>
      </div>`,
  });
}

/** Whole pixels for each module, so that nothing blurs its edges. */
export function qrScale(matrix: QrMatrix): number {
  return Math.max(4, Math.floor(300 / matrix.length));
}

function qrImage({ profile }: Frame, uri: string): Html {
  const matrix = qrMatrix(uri);
  const side = matrix.length * qrScale(matrix);
  const alt = 'QR code to scan with your authenticator app';
  if (profile.setup.qr === 'img-url') {
    return html`<img
      class="qr"
      src="/2fa/qr.png"
      width="${side}"
      height="${side}"
      alt="${alt}"
      data-testid="setup-qr"
    />`;
  }
  return html`<svg
    class="qr"
    role="img"
    aria-label="${alt}"
    width="${side}"
    height="${side}"
    viewBox="0 0 ${matrix.length} ${matrix.length}"
    shape-rendering="crispEdges"
    data-testid="setup-qr"
  >
    <rect width="100%" height="100%" fill="#fff" />
    <path d="${raw(qrPath(matrix))}" fill="#000" />
  </svg>`;
}

/** `/2fa/codes` */
export function codesPage(frame: Frame, codes: readonly string[]): Html {
  const { backup, acknowledge } = frame.profile;
  return page(frame, {
    id: 'codes',
    title: backup.title,
    body: html`<h1>${backup.title}</h1>
      <div class="card">
        <p>${backup.about}</p>
        <p class="warning">${backup.warning}</p>
        <ul class="codes" data-testid="recovery-codes">
          ${codes.map((code) => html`<li><code>${code}</code></li>`)}
        </ul>
        <form method="post" action="/2fa/codes/ack" class="actions">
          ${hiddenToken(frame.formToken)}
          <button type="button" class="plain" data-print hidden data-testid="print">
            ${acknowledge.print}
          </button>
          <button type="submit" class="primary" data-testid="done">${acknowledge.label}</button>
        </form>
      </div>`,
  });
}

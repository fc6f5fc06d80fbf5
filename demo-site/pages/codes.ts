import { html } from 'hono/html';
import type { BackupWords } from '../providers/profile.ts';
import { withDialog } from './dialog.ts';
import { page, type Frame } from './layout.ts';
import { hiddenToken, nothing, type Html } from './parts.ts';

/** `/2fa/codes` */
export function codesPage(frame: Frame, backup: BackupWords, codes: readonly string[], beneath: Html): Html {
  const body = codesBody(frame, backup, codes);
  return page(frame, {
    id: 'codes',
    title: backup.title,
    body:
      frame.profile.setup.container === 'page'
        ? html`<h1>${backup.title}</h1>
            <div class="card">${body}</div>`
        : withDialog(beneath, { title: backup.title, bar: null, escape: null, body }),
  });
}

function codesBody(frame: Frame, backup: BackupWords, codes: readonly string[]): Html {
  return html`<p>${backup.about}</p>
    <p class="warning">${backup.warning}</p>
    <ul class="codes ${layoutOf(codes)}" id="recovery-codes" data-testid="recovery-codes">
      ${codes.map((code) => html`<li><code>${code}</code></li>`)}
    </ul>
    ${backup.hint ? html`<p class="hint" data-testid="backup-hint">${backup.hint}</p>` : nothing}
    <form method="post" action="/2fa/codes/ack" class="actions">
      ${hiddenToken(frame.formToken)} ${keep(backup)}
      <button type="submit" class="primary" data-testid="done">${backup.acknowledge.label}</button>
    </form>`;
}

/** Two columns of four, one column of fewer, or one alone. */
function layoutOf({ length }: readonly string[]): string {
  if (length === 1) return 'single';
  return length < 8 ? 'few' : '';
}

/** Ways to keep the codes. Those that can do nothing without a script are shown by it. */
function keep({ acknowledge: { print, copy, download } }: BackupWords): Html {
  return html`${
    download
      ? html`<a class="button plain" href="/2fa/codes.txt" download="${download.file}" data-testid="download"
          >${download.label}</a
        >`
      : nothing
  }
  ${
    copy
      ? html`<button type="button" class="plain" data-copy="recovery-codes" hidden data-testid="copy-codes">
          ${copy}
        </button>`
      : nothing
  }
  ${
    print
      ? html`<button type="button" class="plain" data-print hidden data-testid="print">${print}</button>`
      : nothing
  }`;
}

import { html } from 'hono/html';
import type { KeyWords, SetupWords } from '../providers/profile.ts';
import { withDialog } from './dialog.ts';
import { page, type Frame } from './layout.ts';
import { codeField, hiddenToken, inFours, nothing, type Html } from './parts.ts';
import { qrImage } from './qr-image.ts';

export interface SetupParts {
  uri: string;
  secret: string;
  error: string | null;
  /** The page that a dialog lies on. */
  beneath: Html;
}

/** `/2fa/setup` */
export function setupPage(frame: Frame, parts: SetupParts): Html {
  const { setup } = frame.profile;
  return page(frame, {
    id: 'setup',
    title: 'Set up two-factor authentication',
    body:
      setup.container === 'page'
        ? html`<h1>${setup.title}</h1>
            <div class="card">${steps(frame, parts)}</div>`
        : withDialog(parts.beneath, {
            title: setup.title,
            bar: setup.container === 'window' ? { closes: 'cancel-form' } : null,
            escape: 'cancel-form',
            body: steps(frame, parts),
          }),
  });
}

/** Numbered where there is something to be said at each; one after the other in a modal that says it all at once. */
function steps(frame: Frame, { uri, secret, error }: SetupParts): Html {
  const { setup } = frame.profile;
  const picture = html`<div class="setup">
    ${qrImage(setup.qr, uri, setup.qrDelayMs)} ${keyBeside(setup.key, secret)}
  </div>`;
  const form = confirmForm(frame, setup, error);
  if (setup.enter === '')
    return html`<p>${setup.scan}</p>
      ${picture} ${form}`;
  return html`<ol class="steps">
    ${keyBefore(setup.key, secret)}
    <li>
      <p>${setup.scan}</p>
      ${picture}
    </li>
    <li>
      <p>${setup.enter}</p>
      ${form}
    </li>
  </ol>`;
}

function keyBeside(key: KeyWords, secret: string): Html {
  switch (key.show) {
    case 'grouped':
      return html`<code class="key" data-testid="setup-key">${inFours(secret)}</code>`;
    case 'copy-only':
      // In a template and not in an attribute: there it would be found by whatever reads the page's attributes.
      return html`<template id="setup-key-source">${secret}</template>
        <button type="button" class="plain" data-copy="setup-key-source" hidden data-testid="copy-key">
          ${key.button}
        </button>
        <noscript><code class="key" data-testid="setup-key">${inFours(secret)}</code></noscript>`;
    case 'first-class':
    case 'hidden':
      return nothing;
  }
}

function keyBefore(key: KeyWords, secret: string): Html {
  if (key.show !== 'first-class') return nothing;
  return html`<li>
    <h2>${key.title}</h2>
    <p class="first-key">
      <code class="key" id="setup-key" data-testid="setup-key">${secret}</code>
      <button type="button" class="plain" data-copy="setup-key" hidden data-testid="copy-key">Copy</button>
    </p>
    <p class="warning">${key.about}</p>
  </li>`;
}

function confirmForm(frame: Frame, setup: SetupWords, error: string | null): Html {
  const autofocus = setup.key.show !== 'first-class' || error !== null;
  return html`<form method="post" action="/2fa/confirm" class="short">
      ${hiddenToken(frame.formToken)} ${codeField(frame.profile, { label: setup.label, error, autofocus })}
      ${setup.hint ? html`<p class="hint" data-testid="clock-hint">${setup.hint}</p>` : nothing}
      <div class="actions">
        <button type="submit" form="cancel-form" class="plain" data-testid="cancel">${setup.cancel}</button>
        <button type="submit" class="primary" data-testid="enable">${setup.submit}</button>
      </div>
    </form>
    <form method="post" action="/2fa/cancel" id="cancel-form" hidden>${hiddenToken(frame.formToken)}</form>`;
}

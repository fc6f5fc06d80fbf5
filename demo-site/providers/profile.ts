import type { Policy } from '../engine/engine.ts';

export type ProviderId = 'metal' | 'infura' | 'cryptocloud' | 'defguard' | 'cloudmc';

/**
 * Everything in which one provider's flow differs from another's, as its own documentation tells it: words, order and looks,
 * and the documented consequences in `policy`. No rule of the engine can be switched off from here.
 */
export interface ProviderProfile {
  id: ProviderId;
  /** The brand, as shown and as mails say it. */
  name: string;
  /** Whose flow it tells. */
  likeness: string;
  /** The public page that it tells it from. */
  source: string;
  front: { title: string; lead: string };
  /** How the otpauth URI names the provider; `bare` names neither issuer nor account. */
  issuer: 'standard' | 'raw-url' | 'bare';
  policy: Policy;
  nav: NavWords;
  enable: EnableWords;
  password: { title: string; about: string; label: string; submit: string };
  setup: SetupWords;
  /** Null for a provider without recovery codes, as `policy.recovery` is. */
  backup: BackupWords | null;
  signIn: SignInWords;
  manage: ManageWords;
  lost: Lost;
  /** What this provider says in its own words after something was done; the engine's words for the rest. */
  said: Readonly<Partial<Record<Said, string>>>;
  /** What the provider's page doesn't say, and what the demo does there: for its page about itself. */
  silent: readonly string[];
}

/** What was done, as `?notice=` of the page that follows names it. */
type Said =
  'enabled' | 'codes-kept' | 'signed-out-everywhere' | 'disabled' | 'two-factor-off' | 'backup-used';

/** The way through the menus to the security page. */
interface NavWords {
  /** Two tabs, one page for all, or a profile with a link to edit it. */
  layout: 'tabs' | 'one-page' | 'edit';
  /** In the user menu. */
  profile: string;
  /** The first tab. */
  details: string;
  /** The page with two-factor authentication on it. */
  security: string;
}

interface EnableWords {
  about: string;
  /** Said beside it. */
  hint: string | null;
  button: string;
  /** Asked on a page of its own, in the same form, or only if it was not proved lately. */
  password: 'prompt' | 'same-form' | 'if-stale';
  /** For a provider that lists its methods, each with a menu. */
  methods: MethodWords | null;
}

export interface MethodWords {
  title: string;
  totp: string;
  on: string;
  off: string;
  /** Behind the status of the one that is asked first. */
  isDefault: string;
  makeDefault: string;
  disableAll: string;
  mail: MailMethodWords | null;
}

/** Codes by e-mail, a second method. */
export interface MailMethodWords {
  row: string;
  setup: { title: string; about: string; label: string; submit: string; cancel: string; resend: string };
  signIn: { link: string; prompt: string; label: string; submit: string; back: string };
}

export type QrDrawing = 'img-url' | 'img-png-data' | 'img-svg-data' | 'svg-inline' | 'canvas';

export interface SetupWords {
  title: string;
  container: 'page' | 'dialog' | 'window';
  scan: string;
  enter: string;
  label: string;
  input: 'single' | 'boxes';
  qr: QrDrawing;
  /** How long the QR code lets itself be waited for, where scripts run. */
  qrDelayMs: number;
  key: KeyWords;
  /** Said below the field. */
  hint: string | null;
  submit: string;
  cancel: string;
  /** What a wrong code is told; null for the engine's words. */
  refused: string | null;
}

/** The key in words: beside the picture, before it, for the clipboard alone, or not at all. */
export type KeyWords =
  | { show: 'grouped' }
  | { show: 'first-class'; title: string; about: string }
  | { show: 'copy-only'; button: string }
  | { show: 'hidden' };

export interface BackupWords {
  title: string;
  about: string;
  warning: string;
  hint: string | null;
  acknowledge: {
    label: string;
    print: string | null;
    copy: string | null;
    download: { label: string; file: string } | null;
  };
  signIn: { title: string; prompt: string; label: string; submit: string | null; back: string };
}

interface SignInWords {
  prompt: string;
  label: string;
  submit: string;
  backupLink: string;
  recoverLink: string;
  cancel: string;
  /** What a wrong code is told; null for the engine's words. */
  refused: string | null;
  /** What is told of something that can't be a code. */
  malformed: string | null;
}

interface ManageWords {
  /** Buttons on a page of their own, or in place of the one that enables. */
  place: 'own-page' | 'in-card';
  button: string;
  password: 'prompt' | 'if-stale';
  /** Null where `policy.regenerate` is false. */
  regenerate: string | null;
  /** Null where `policy.replace` is false. */
  replace: string | null;
  disable: string;
}

/** What a person is told who has neither device nor code. */
type Lost = { kind: 'support-case' } | ({ kind: 'contact' } & ContactWords) | { kind: 'silent' };

/** Support that is written to: from the account, and from a sign-in that lacks the code. */
export interface ContactWords {
  /** At the sign-in. */
  title: string;
  text: string;
  link: string;
  /** In the user menu, and on the page itself. */
  page: string;
  about: string;
  chat: string;
  label: string;
  submit: string;
  sent: string;
  /** Other ways to reach it. */
  elsewhere: string;
}

import type { Policy } from '../engine/engine.ts';

export type ProviderId = 'cloudmc';

/**
 * Everything in which one provider's flow differs from another's, as its own documentation tells it: words, order and looks,
 * and the documented consequences in `policy`. No rule of the engine can be switched off from here.
 */
export interface ProviderProfile {
  id: ProviderId;
  /** The brand, as shown and as mails say it. */
  name: string;
  /** How the otpauth URI names the provider. */
  issuer: 'standard' | 'raw-url';
  policy: Policy;
  /** The way through the menus to the security page. */
  nav: { profile: string; security: string };
  enable: { about: string; button: string; password: 'prompt' | 'if-stale' };
  password: { title: string; about: string; label: string; submit: string };
  setup: {
    scan: string;
    enter: string;
    label: string;
    qr: 'img-url' | 'svg-inline';
    submit: string;
    cancel: string;
  };
  backup: { title: string; about: string; warning: string };
  acknowledge: { label: string; print: string };
  signIn: { prompt: string; label: string; submit: string; backupLink: string; cancel: string };
  backupSignIn: { prompt: string; label: string; back: string };
  manage: { button: string; password: 'prompt' | 'if-stale'; regenerate: string; disable: string };
}

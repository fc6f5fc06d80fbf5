import type { User } from '../engine/users.ts';
import type { ProviderProfile } from './profile.ts';

/**
 * The otpauth URI of a set-up. `origin` is the site's address without a slash at its end.
 * `raw-url` is how some real providers write it, against the format's own rules: unencoded, with a colon in the issuer. `bare`
 * is how another does: neither issuer nor account, so that all its accounts look alike.
 */
export function enrolmentUri(
  { issuer, name, likeness }: ProviderProfile,
  { email }: User,
  origin: string,
  secret: string,
): string {
  if (issuer === 'raw-url') return `otpauth://totp/${origin}/:${email}?secret=${secret}&issuer=${origin}/`;
  if (issuer === 'bare') return `otpauth://totp/${likeness}?secret=${secret}`;
  // encodeURIComponent, never URLSearchParams: authenticators show its + for a space as it stands.
  const [label, account] = [encodeURIComponent(name.replaceAll(':', '')), encodeURIComponent(email)];
  return `otpauth://totp/${label}:${account}?secret=${secret}&issuer=${label}&algorithm=SHA1&digits=6&period=30`;
}

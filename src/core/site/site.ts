/**
 * Whose page is this? From a URL to its site, by the URL standard and the public suffix list (`tldts`).
 *
 * http and https only. A code is released by what stands here, so nothing is guessed: an address that has no host
 * has no site, and two hosts are the same only when they are the same text.
 */
import { parse } from 'tldts';

export interface Site {
  /** Lower-case ASCII (punycode), with its trailing dot if it has one, and with the port where it is not the default one. */
  readonly host: string;
  /** `scheme://host`, spelled like `host`. */
  readonly origin: string;
  /**
   * The registrable domain; the private section of the list counts, so `a.github.io` is its own. null where there
   * is none: for IP addresses, `localhost` and public suffixes themselves.
   */
  readonly registrable: string | null;
  /**
   * What an account is bound to, and a code is released by: the host; and where the way there is open to others, all of
   * the origin, so that the yes to such a page is none to the host, and the other way round.
   */
  readonly binding: string;
  /** Whether what is sent to it stays unread on the way: https, or http that never leaves the machine. */
  readonly secure: boolean;
}

function urlOf(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

/** Addresses that browsers themselves keep on the machine (Secure Contexts, section 3.1). */
function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '127.0.0.1' ||
    hostname === '[::1]'
  );
}

/** The site of an address; null for all that is not http or https: files, the browser's own pages, `null`. */
export function siteOf(url: string): Site | null {
  const parsed = urlOf(url);
  if (parsed === null || (parsed.protocol !== 'http:' && parsed.protocol !== 'https:')) return null;
  const { host } = parsed;
  // "bank.example." is another origin than "bank.example" to the browser, with cookies and storage of its own, and a
  // name server may answer it with another machine: so it is another host, of the same owner.
  const hostname = parsed.hostname.replace(/\.$/, '');
  if (hostname.split('.').includes('')) return null;
  const { domain } = parse(hostname, { allowPrivateDomains: true, extractHostname: false });
  const origin = `${parsed.protocol}//${host}`;
  const secure = parsed.protocol === 'https:' || isLoopback(hostname);
  return { host, origin, registrable: domain, binding: secure ? host : origin, secure };
}

/** Whether accounts are bound to sites by this text. */
export function isBinding(text: string): boolean {
  return siteOf(text.includes('://') ? text : `https://${text}`)?.binding === text;
}

/** A host written as text: labels with dots between them and perhaps a port, no spaces, nothing before or after. */
const HOST_LIKE = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?::\d{1,5})?$/u;

/**
 * The host that an issuer names: the one of its URL (CloudMC's is `https://<host>/`), or itself when it is spelled
 * like a host and ends in a suffix of the list (`cloud.ca` does, `Node.js` does not). Otherwise null.
 */
export function issuerHost(issuer: string): string | null {
  if (/^https?:/i.test(issuer)) return siteOf(issuer)?.host ?? null;
  if (!HOST_LIKE.test(issuer)) return null;
  const site = siteOf(`https://${issuer}`);
  if (site === null) return null;
  const { isIcann, isPrivate, isIp } = parse(site.host, { allowPrivateDomains: true });
  return isIcann || isPrivate || isIp || /\.localhost(?::\d+)?$/.test(site.host) ? site.host : null;
}

function ownerOf(host: string): string | null {
  const site = siteOf(`https://${host}`);
  return site === null ? null : (site.registrable ?? site.host.replace(/\.?(?::\d+)?$/, ''));
}

/**
 * Whether two hosts have one owner: the same registrable domain, or, where there is none, the same name. Enough to
 * compare and to ask; never enough to release a code, for an owner may lend single hosts to strangers.
 */
export function sameSite(left: string, right: string): boolean {
  const owner = ownerOf(left);
  return owner !== null && owner === ownerOf(right);
}

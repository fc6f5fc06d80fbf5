/** How names that a stranger chose are shown. Without `site.ts`, whose list of suffixes is too heavy for a popup. */

/**
 * What draws nothing, or changes how its neighbours are drawn: controls, line ends, and format characters but for
 * the two joiners that emoji and some scripts are written with.
 */
export const UNSEEN = /[\p{Cc}\u2028\u2029]|(?![\u200c\u200d])\p{Cf}/u;

/**
 * The name with every such character made visible as U+FFFD.
 *
 * A name that turns the direction of writing could otherwise dress up what stands beside it: an issuer, a host
 * or a button of ours, read backwards.
 */
export function displayName(name: string): string {
  return name.replace(new RegExp(UNSEEN, 'gu'), '\ufffd');
}

/** CloudMC's issuer is a URL; its host says the same and is shorter. */
function hostOfUrl(issuer: string): string {
  return /^https?:\/\//i.test(issuer) && URL.canParse(issuer) ? new URL(issuer).host : '';
}

/** What an account goes by: its issuer (of an issuer that is a URL, the host), or else its name. */
export function displayIssuer(issuer: string, name: string): string {
  return hostOfUrl(issuer) || displayName(issuer || name);
}

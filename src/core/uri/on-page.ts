/** What a page offers to be kept, put together from its QR codes and from its text. */
import type { Enrolment } from '../account.ts';

export interface OnPage {
  readonly enrolment: Enrolment;
  /** The page's text and its QR code say different secrets: one of them is not the site's, or no longer. */
  readonly differs: boolean;
}

/**
 * All that the QR codes say, and of the text what they do not. A key that is also in a QR code tells nothing that the code does not; a key that stands alone is
 * called after the page's host, for it brings no name.
 */
export function onPage(
  pictured: readonly Enrolment[],
  printed: readonly Enrolment[],
  host: string | null,
): readonly OnPage[] {
  const both = pictured.length > 0 && printed.length > 0;
  const agree = printed.some((enrolment) => isIn(pictured, enrolment));
  const textOnly = printed.filter((enrolment) => !isIn(pictured, enrolment));
  return [
    // Beside two accounts to choose from a page may print one key: then the other code is no contradiction.
    ...pictured.map((enrolment) => ({ enrolment, differs: both && !agree })),
    ...textOnly.map((enrolment) => ({ enrolment: calledAfter(host, enrolment), differs: both })),
  ];
}

function isIn(enrolments: readonly Enrolment[], { secret }: Enrolment): boolean {
  return enrolments.some((other) => other.secret.join() === secret.join());
}

function calledAfter(host: string | null, enrolment: Enrolment): Enrolment {
  return enrolment.issuer === '' && enrolment.name === '' ? { ...enrolment, issuer: host ?? '' } : enrolment;
}

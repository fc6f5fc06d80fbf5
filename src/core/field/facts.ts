/**
 * What the page says, as plain data: collected by the one reader in `src/content`, judged by `classify.ts` in
 * the background. Of what a person typed, only the name that they sign in under is ever among the facts;
 * of all else, only whether there is something.
 */
import type { WordList } from '../recovery/codes.ts';
import type { Printed } from '../uri/printed.ts';

export interface FieldFacts {
  /** By this number the content script finds the field, or the row of boxes, again. */
  readonly key: number;
  readonly type: string;
  /** Its name, and what frameworks name it by instead (`formcontrolname`, `wire:model`, `data-testid`). */
  readonly name: string;
  readonly id: string;
  readonly autocomplete: string;
  readonly placeholder: string;
  readonly inputMode: string;
  readonly pattern: string;
  /** null when the page sets none. */
  readonly maxLength: number | null;
  /** aria-label and title, and the texts that aria-labelledby and aria-describedby refer to. */
  readonly ariaLabel: string;
  /** The text of its `<label>`s. */
  readonly label: string;
  /** The text before it, back to the nearest heading or the field before, without links and buttons, capped. */
  readonly near: string;
  /** The text after it, up to the next field, with links and buttons, capped. */
  readonly after: string;
  /** The text of the part of the page that it stands in, as large a part as the cap allows. */
  readonly around: string;
  /** id, name, class and action of its form, capped. */
  readonly form: string;
  /** Its own classes, and ids and classes of what it stands in, capped. */
  readonly container: string;
  /** What a picture that stands right beside it says of itself; '' where there is none. */
  readonly picture: string;
  /** The one field of its form, or of a page without forms, that something could be typed into. */
  readonly alone: boolean;
  /** How many boxes are drawn for its characters; 0 where none are. */
  readonly drawn: number;
  /** 1 for a field of its own, n for a row of n like boxes that take a character each. */
  readonly boxes: number;
  /** `code`: 5 to 10 digits and nothing else; `other`: anything else that somebody typed. */
  readonly holds: 'nothing' | 'code' | 'other';
  /** aria-invalid, or a visible message that the page ties to the field (aria-errormessage). */
  readonly refused: boolean;
}

export interface PageFacts {
  /** Most urgent first; at most 40. */
  readonly fields: readonly FieldFacts[];
  /** Whether a password is asked for: then the page is a sign-in or a step-up, whatever else it shows. */
  readonly asksPassword: boolean;
  /** Document title and headings, capped. */
  readonly title: string;
  /** Pictures on the page that may hold a QR code. */
  readonly pictures: number;
  /** Lists of like short words that may be recovery codes, as they stand in the page; at most 4 lists of 64. */
  readonly lists: readonly WordList[];
  /** Texts that may be a setup key or an address of one; at most 8. */
  readonly printed: readonly Printed[];
  /** Visible alerts and status messages, capped. */
  readonly messages: string;
  /** Under which names somebody may be signing in, from fields for these; at most 6, and none without a prompt. */
  readonly names: readonly string[];
}

/** What a page asks the browser to fill in instead. Some write `new-password` only to keep the browser quiet. */
export const OTHER_PURPOSE = /name|mail|tel|address|postal|country|cc-|bday|organi|url|current-password/;

/**
 * Whether the page itself says that it wants a one-time code there: one of the attribute's tokens, which stand between ASCII
 * white space and are compared without regard to case (HTML, section 4.10.18.7). More than HTML takes beside it does no harm.
 */
export function isDeclared({ autocomplete }: Pick<FieldFacts, 'autocomplete'>): boolean {
  return /(?:^|[\t\n\f\r ])one-time-code(?![^\t\n\f\r ])/i.test(autocomplete);
}

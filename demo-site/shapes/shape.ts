import type { Html } from '../pages/parts.ts';

/** What a correct authenticator does on a page, when it holds an account for the page's host. */
export const expectations = {
  fill: 'The one field is filled.',
  'fill-boxes': 'Every box gets one figure, in order.',
  'by-hand':
    'Nothing is typed into the page: there is no field that takes it whole. It can be copied by hand.',
  quiet: 'Nothing is pushed: what is asked for here comes another way.',
  nothing: 'The page is left alone.',
  'recovery-field': 'Only a word of the list that was kept for a lost device belongs here.',
  found: 'The account in the picture or text is found and offered to be kept.',
  codes: 'The list is found and offered to be kept with its account.',
} as const;

type Expectation = keyof typeof expectations;

export const groups = {
  fields: 'One field',
  boxes: 'Boxes',
  frameworks: 'Fields that a framework holds',
  timing: 'Fields that come late or go',
  frames: 'Frames',
  channels: 'Codes that come another way',
  others: 'Fields that want something else',
  pictures: 'QR codes',
  hiding: 'QR codes in odd places',
  lists: 'Recovery codes',
} as const;

export type Group = keyof typeof groups;

/** The scripts of `public/` that a page can have. */
type Script = 'fields' | 'boxes' | 'controlled' | 'components' | 'timing' | 'pictures';

/** One awkward way that the web asks for a code, or shows a QR code or recovery codes, on a page of its own. */
export interface Shape {
  /** `/shapes/ID`. */
  id: string;
  /** What the zoo calls it. */
  title: string;
  group: Group;
  expectation: Expectation;
  /** What the page calls itself: as a real one would, for the title is evidence. */
  heading: string;
  body: (place: Place) => Html;
  /** `fields` if left out: the one that tells what plain fields hold. */
  script?: Script;
  /** A code of as many digits as this, where it is not six. */
  digits?: 8;
  /** The account names of the otpauth URIs on it. */
  finds?: readonly string[];
  /** The recovery codes on it. */
  codes?: readonly string[];
  /** The fields are in the frame that this shape's page is: it stands in another shape's page, and not in the index. */
  framed?: true;
}

/** Where a page is served. Origins without a slash at their end. */
export interface Place {
  origin: string;
  /** The same server under a name of another site. */
  elsewhere: string;
}

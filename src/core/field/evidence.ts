/** What speaks for a one-time code, in points, each family with a cap, so that no one thing is counted twice. */
import { isDeclared, type FieldFacts } from './facts.ts';
import type { Because, CodePlace, Place } from './judgement.ts';
import type { Texts } from './texts.ts';
import { says } from './words.ts';

/** Points from which on a field is one. */
export const SURE = 8;

interface Evidence {
  readonly name: Because;
  readonly points: number;
}

/** What a place adds when it says "one-time code". */
const OTP: Readonly<Record<Place, number>> = {
  own: 8,
  label: 8,
  placeholder: 8,
  near: 5,
  after: 3,
  form: 4,
  page: 3,
};
/** What it adds when it says "code" only. */
const CODE: Readonly<Record<CodePlace, number>> = { own: 3, label: 3, placeholder: 3, near: 2 };

const isForCodes = (place: Place): place is CodePlace => Object.hasOwn(CODE, place);

const OF_ITSELF = ['own', 'label', 'placeholder'] as const satisfies readonly Place[];
const AROUND = ['near', 'after', 'form', 'page'] as const satisfies readonly Place[];

/** Below SURE: a "code" is none of ours, however often it is said. */
const MOST_OF_CODES = 6;
/** A PIN is most often one that a person chose, an answer that to a question, a key one of a program's. */
const MOST_OF_WEAK = 3;
/** Below SURE: a page about one-time codes makes no field one. */
const MOST_OF_SURROUNDINGS = 7;
const MOST_OF_SHAPE = 4;
/** Of a field among others, where no word for a one-time code stands anywhere: goods and people have codes of six digits too. */
const MOST_OF_LONELY_SHAPE = 1;
const ALONE = 3;
const DRAWN = 5;

interface Found {
  readonly ofItself: readonly Evidence[];
  readonly around: readonly Evidence[];
  readonly shape: readonly Evidence[];
}

export function evidenceFor(
  field: FieldFacts,
  texts: Texts,
): { points: number; because: readonly Because[] } {
  const otherwise = isNamedOtherwise(field, texts);
  const found = {
    ofItself: wordsIn(texts, OF_ITSELF),
    around: otherwise ? [] : wordsIn(texts, AROUND),
    shape: shapeOf(field),
  };
  const because: Because[] = isDeclared(field) ? ['declared'] : [];
  because.push(...namesOf(found));
  if (otherwise) because.push('named-otherwise');
  return { points: pointsOf(field, texts, found), because };
}

function pointsOf(field: FieldFacts, texts: Texts, { ofItself, around, shape }: Found): number {
  const codes = sum(ofItself.filter((one) => !isOtp(one)));
  const isExplained = field.alone || field.boxes > 1 || [...ofItself, ...around].some(isOtp);
  return (
    (isDeclared(field) ? SURE : 0) +
    sum(ofItself.filter(isOtp)) +
    Math.min(saysWeakOnly(texts) ? MOST_OF_WEAK : MOST_OF_CODES, codes) +
    Math.min(MOST_OF_SURROUNDINGS, sum(around)) +
    (isExplained ? sum(shape) : Math.min(MOST_OF_LONELY_SHAPE, sum(shape)))
  );
}

/** Words first, by how near to the field they stand: in the order in which they were looked for. */
function namesOf({ ofItself, around, shape }: Found): readonly Because[] {
  return [...ofItself, ...around, ...shape].map(({ name }) => name);
}

const isOtp = ({ name }: Evidence): boolean => name.startsWith('otp:');
const sum = (evidence: readonly Evidence[]): number =>
  evidence.reduce((total, { points }) => total + points, 0);

function wordsIn(texts: Texts, places: readonly Place[]): readonly Evidence[] {
  return places.flatMap((place): readonly Evidence[] => {
    if (saysOtp(texts, place)) return [{ name: `otp:${place}`, points: OTP[place] }];
    if (!isForCodes(place) || !says.code.test(texts[place])) return [];
    return [{ name: `code:${place}`, points: CODE[place] }];
  });
}

/** "Code" and "SMS" in one label is a one-time code in any language. */
function saysOtp(texts: Texts, place: Place): boolean {
  const text = texts[place];
  return (
    says.otp.test(text) || (place !== 'near' && isForCodes(place) && SMS.test(text) && says.code.test(text))
  );
}

const SMS = /(?<!\p{L})(?:sms|смс|text message)(?!\p{L})/u;

function saysWeakOnly(texts: Texts): boolean {
  return OF_ITSELF.every((place) => !says.code.test(texts[place].replace(WEAK, ' ')));
}

const WEAK = /(?<!\p{L})(?:pin(?: ?code)?|answer|response|key)(?!\p{L})/gu;

/** "Name", "Amount": what a label names is what is wanted, whatever the page is about. */
function isNamedOtherwise(field: FieldFacts, texts: Texts): boolean {
  const named = `${texts.label} ${texts.placeholder}`.trim();
  if (!/\p{L}{2}/u.test(named) || field.boxes > 1) return false;
  return !says.otp.test(named) && !says.code.test(named);
}

/** Shape alone makes a prompt of a row of boxes only, for nothing else looks like one. */
function shapeOf(field: FieldFacts): readonly Evidence[] {
  const { boxes, maxLength } = field;
  if (boxes > 1) {
    // Five times five characters is how keys of products are written.
    const isFilledAtOnce = maxLength === boxes && boxes !== 5;
    const sure = boxes > 4 && (maxLength === 1 || isFilledAtOnce || takesDigits(field));
    return [{ name: 'shape:boxes', points: sure ? SURE : 3 }];
  }
  const found: Evidence[] = [];
  const add = (name: Because, points: number): unknown => found.push({ name, points });
  if (maxLength !== null && maxLength >= 6 && maxLength <= 8) add('shape:length', 2);
  if (takesDigits(field)) add('shape:digits', 2);
  if (SAMPLE.test(field.placeholder)) add('shape:sample', 2);
  const capped = sum(found) > MOST_OF_SHAPE ? found.slice(0, MOST_OF_SHAPE / 2) : found;
  const rest: Evidence[] = [...capped];
  if (field.drawn > 4) rest.push({ name: 'shape:drawn', points: DRAWN });
  if (field.alone && field.type !== 'password') rest.push({ name: 'alone', points: ALONE });
  return rest;
}

const SAMPLE = /^\D{0,4}(?:1 ?2 ?3 ?4 ?5 ?6|0{3}[ -]?0{3}|[•*#_x-](?: ?[•*#_x-]){5})\D*$/i;

function takesDigits({ inputMode, pattern, type }: FieldFacts): boolean {
  return (
    inputMode === 'numeric' ||
    type === 'number' ||
    type === 'tel' ||
    /^\^?\(?(?:\[0-9|\\d|\[\\d)/.test(pattern)
  );
}

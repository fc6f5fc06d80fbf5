/**
 * Which fields of a page want a code, judged from facts alone: evidence of several families, each with a cap, so
 * that no one family says the same thing twice; vetoes with names; and the reasons kept, so that a person can see why.
 */
import type { FieldFacts, PageFacts } from './facts.ts';
import { anyOf, plain } from './text.ts';
import { contactNames, falseFriends, passwordWords, vocabulary, type Sense } from './words.ts';

export interface Judgement {
  /** The field's `key`. */
  readonly key: number;
  readonly kind: 'code' | 'recovery' | 'none';
  /** Names of the evidence, strongest family first; for `none` what spoke against it. */
  readonly because: readonly string[];
}

/** Points from which on a field is offered a code. */
const SURE = 8;

/** What a family adds when it says "one-time code", and when it says "code" only. */
const FAMILIES = {
  own: { otp: 8, code: 3 },
  label: { otp: 8, code: 3 },
  placeholder: { otp: 8, code: 3 },
  near: { otp: 5, code: 1 },
  form: { otp: 4, code: 1 },
  page: { otp: 3, code: 0 },
} as const;

type Family = keyof typeof FAMILIES;
type Texts = Readonly<Record<Family, string>>;

const says = Object.fromEntries(
  (['otp', 'code', 'recovery', 'or'] as const).map((sense) => [
    sense,
    anyOf(Object.values(vocabulary).flatMap((words) => words[sense])),
  ]),
) as Readonly<Record<Sense, RegExp>>;

const captcha = anyOf(falseFriends.captcha);
const contact = anyOf(contactNames);
const password = anyOf(passwordWords);
const identity = anyOf(falseFriends.identity);
const friends = Object.entries(falseFriends).map(([name, phrases]) => ({ name, says: anyOf(phrases) }));

export function classify(page: PageFacts): readonly Judgement[] {
  const title = plain(page.title);
  return page.fields.map((field) => judge(field, title));
}

function judge(field: FieldFacts, page: string): Judgement {
  const { key } = field;
  const texts = textsOf(field, page);
  const recovery = recoveryIn(texts);
  if (recovery !== null) return { key, kind: 'recovery', because: [recovery] };
  const declared = field.autocomplete.includes('one-time-code');
  const veto = declared ? null : vetoOn(field, texts);
  if (veto !== null) return { key, kind: 'none', because: [`veto:${veto}`] };
  const evidence = [
    ...(declared ? [{ name: 'declared', points: SURE }] : []),
    ...wordsIn(texts),
    ...shapeOf(field),
  ];
  const points = evidence.reduce((sum, { points }) => sum + points, 0);
  const because = evidence.map(({ name }) => name);
  return { key, kind: points >= SURE ? 'code' : 'none', because };
}

function textsOf(field: FieldFacts, page: string): Texts {
  return {
    own: plain(`${field.name} . ${field.id}`),
    label: plain(`${field.label} . ${field.ariaLabel}`),
    placeholder: plain(field.placeholder),
    near: plain(field.near),
    form: plain(field.form),
    page,
  };
}

/**
 * The closest text that says which of the two it is decides; what the page calls the field comes first only
 * where it says "recovery", for one name often serves several forms. "Code from your app, or a recovery code" in one
 * breath takes either, and is a field for a code.
 */
function recoveryIn(texts: Texts): string | null {
  if (says.recovery.test(texts.own) && !says.otp.test(texts.own)) return 'recovery:own';
  for (const family of ['label', 'placeholder', 'own', 'near', 'page'] as const) {
    const text = texts[family];
    if (says.recovery.test(text)) return takesEither(text, texts.own) ? null : `recovery:${family}`;
    // A text that names the one-time code is not overruled by what stands further away.
    if (says.otp.test(text)) return null;
  }
  return null;
}

function takesEither(text: string, own: string): boolean {
  const rest = text.replace(new RegExp(says.recovery, 'gu'), ' ');
  return says.otp.test(rest) && (says.or.test(text) || says.otp.test(own));
}

function vetoOn(field: FieldFacts, texts: Texts): string | null {
  const said = [texts.own, texts.label, texts.placeholder];
  const isCalledCode = isForAContact(texts.own);
  const friend = friends.find(
    ({ name, says }) => !(name === 'identity' && isCalledCode) && said.some((text) => says.test(text)),
  );
  if (friend !== undefined) return friend.name;
  if (captcha.test(texts.near)) return 'captcha';
  if (isContact(texts.own)) return 'contact';
  if (field.type === 'password' && isPassword(said)) return 'password';
  if (/email|url|search/.test(field.inputMode)) return 'input-mode';
  if (field.placeholder.includes('://')) return 'address';
  const { boxes, maxLength } = field;
  // No code of a single field is that short, and no field that is meant for one takes that much.
  if (boxes === 1 && maxLength !== null && (maxLength < 6 || maxLength > 64)) return 'length';
  return null;
}

/** `phone-number-otp` is where the code goes in that was sent there, and not where the number does. */
function isForAContact(own: string): boolean {
  return says.otp.test(own.replace(new RegExp(identity, 'gu'), ' '));
}

function isContact(own: string): boolean {
  return contact.test(own) && !says.otp.test(own) && !says.code.test(own);
}

/** Hidden characters are for passwords, unless the field is called what only a one-time code is called. */
function isPassword(said: readonly string[]): boolean {
  return (
    !said.some((text) => says.otp.test(text)) ||
    said.some((text) => password.test(text.replace(says.otp, ' ')))
  );
}

interface Evidence {
  readonly name: string;
  readonly points: number;
}

function wordsIn(texts: Texts): readonly Evidence[] {
  return (Object.keys(FAMILIES) as Family[]).flatMap((family) => {
    const sense = says.otp.test(texts[family]) ? 'otp' : 'code';
    if (sense === 'code' && !says.code.test(texts[family])) return [];
    const points = FAMILIES[family][sense];
    return points === 0 ? [] : [{ name: `${family}:${sense}`, points }];
  });
}

/** Shape alone makes a prompt of a row of boxes only, for nothing else looks like one. */
function shapeOf(field: FieldFacts): readonly Evidence[] {
  const { boxes, maxLength } = field;
  if (boxes > 1) {
    const sure = boxes > 4 && (maxLength === 1 || maxLength === boxes || takesDigits(field));
    return [{ name: `shape:${boxes} boxes`, points: sure ? SURE : 3 }];
  }
  const signs: string[] = [];
  if (maxLength !== null && maxLength >= 6 && maxLength <= 8) signs.push('length');
  if (takesDigits(field)) signs.push('digits');
  if (/^\D{0,4}(?:1 ?2 ?3 ?4 ?5 ?6|0{3} ?0{3}|[•*#_x-](?: ?[•*#_x-]){5})\D*$/i.test(field.placeholder))
    signs.push('sample');
  return signs.length === 0
    ? []
    : [{ name: `shape:${signs.join('+')}`, points: Math.min(4, 2 * signs.length) }];
}

function takesDigits({ inputMode, pattern, type }: FieldFacts): boolean {
  return inputMode === 'numeric' || type === 'number' || /^(?:\[0-9|\\d)/.test(pattern);
}

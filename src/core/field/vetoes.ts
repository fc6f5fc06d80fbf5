/**
 * What a field is, where it is none of ours: asked before any word for a code is counted, for most that is called a
 * code is another one.
 */
import { OTHER_PURPOSE, type FieldFacts } from './facts.ts';
import type { Veto } from './judgement.ts';
import { anyOf, takingOut } from './text.ts';
import type { Texts } from './texts.ts';
import {
  alsoInBoxes,
  besideCards,
  captchaInstructions,
  captchaNames,
  captchaPictureNames,
  captchaPictureWords,
  captchaWords,
  clearlyOther,
  clearlyOtherNames,
  contactNames,
  onlyNames,
  otherDevice,
  otherwise,
  otherwiseNames,
  passwordNames,
  passwordWords,
  pinOfAddress,
  securityCodes,
} from './vocabulary/false-friends.ts';
import { addressWords } from './vocabulary/near-by.ts';
import { says } from './words.ts';

const captcha = anyOf([...captchaNames, ...captchaWords]);
const instructed = anyOf(captchaInstructions);
const pictured = anyOf([...captchaPictureNames, ...captchaPictureWords]);
const contact = anyOf(contactNames);
const password = anyOf([...passwordWords, ...passwordNames]);
const device = anyOf(otherDevice);
const address = anyOf(addressWords);
const pin = anyOf(pinOfAddress);
const security = anyOf(securityCodes);
const card = anyOf(besideCards);
const redeemed = anyOf(clearlyOther.coupon);
const named = listOf(onlyNames);
const clear = [...listOf(clearlyOther), ...listOf(clearlyOtherNames)];
const other = [...listOf(otherwise), ...listOf(otherwiseNames)];
const byName = [...other, ...named];
const inBoxes = [...listOf(alsoInBoxes), ...listOf(otherwiseNames)];
const withoutEach = other.map((one) => takingOut(one.says));
const withoutSecurity = takingOut(security);

interface Friend {
  readonly veto: Veto;
  readonly says: RegExp;
}

function listOf(phrases: Readonly<Partial<Record<Veto, readonly string[]>>>): readonly Friend[] {
  return Object.entries(phrases).map(([veto, list]) => ({ veto: veto as Veto, says: anyOf(list) }));
}

export function vetoOn(field: FieldFacts, texts: Texts): Veto | null {
  if (OTHER_PURPOSE.test(field.autocomplete) && field.boxes === 1) return 'declared-otherwise';
  return (
    clear.find((one) => isCalled(one, texts))?.veto ??
    bySurroundings(field, texts) ??
    otherIn(field, texts) ??
    bySigns(field, texts)
  );
}

function bySurroundings({ boxes }: FieldFacts, texts: Texts): Veto | null {
  if (isCaptcha(texts)) return 'captcha';
  if (isOfCard(texts)) return 'card';
  if (isToBeRedeemed(texts)) return 'coupon';
  if (isOfAddress(texts)) return 'postal';
  const before = `${texts.label} . ${texts.near}`;
  if (boxes === 1 || says.otp.test(before)) return null;
  return inBoxes.find((one) => one.says.test(before))?.veto ?? null;
}

/** "Verification code, see the invitation" is none for an invitation; "security code (CVV)" is one of a card. */
function isCalled({ veto, says: friend }: Friend, { own, label, placeholder }: Texts): boolean {
  if (friend.test(own)) return true;
  return [label, placeholder].some((text) => {
    const at = text.search(friend);
    if (at < 0) return false;
    if (veto === 'card' || veto === 'postal') return true;
    const otp = text.search(says.otp);
    return otp < 0 || at <= otp;
  });
}

function isCaptcha({ own, label, placeholder, near, after, picture }: Texts): boolean {
  if ([own, label, placeholder].some((text) => captcha.test(text))) return true;
  if (instructed.test(`${label} . ${placeholder} . ${near} . ${after}`)) return true;
  return captcha.test(picture) || (picture.includes('wide') && pictured.test(picture));
}

/** A label that begins with what else it is; or a name that says so, where no label says better. */
function otherIn(field: FieldFacts, { own, label, placeholder, near, form }: Texts): Veto | null {
  const labelled = [label, placeholder].filter((text) => text !== '');
  for (const text of labelled) {
    const friend = other.find((one) => begins(one.says, text));
    if (friend !== undefined) return says.otp.test(withoutFriends(own)) ? null : friend.veto;
  }
  if (
    says.otp.test(withoutFriends(own)) ||
    labelled.some((text) => says.otp.test(text) && !contact.test(text))
  )
    return null;
  // Pages use a field's name again: one shaped like a code where a code is asked for is not what its name says.
  if (isShapedLikeCode(field) && (says.otp.test(near) || says.otp.test(form))) return null;
  const friend = byName.find((one) => one.says.test(own));
  if (friend !== undefined) return friend.veto;
  return contact.test(own) && !says.code.test(own) ? 'contact' : null;
}

function isShapedLikeCode({ maxLength, type, inputMode, pattern }: FieldFacts): boolean {
  const takesDigits = type === 'number' || inputMode === 'numeric' || /0-9|\\d/.test(pattern);
  return takesDigits && maxLength !== null && maxLength >= 6 && maxLength <= 8;
}

/** Whether what it says first is this, and no word for a one-time code stands before. */
function begins(friend: RegExp, text: string): boolean {
  const at = text.search(friend);
  if (at < 0) return false;
  const otp = text.search(says.otp);
  return (otp < 0 || at < otp) && text.slice(0, at).split(' ').length <= 4;
}

/** `phone-number-otp` is where the code goes in that was sent there, and not where the number does. */
function withoutFriends(own: string): string {
  return withoutEach.reduce((rest, without) => without(rest), own);
}

/** What is said before a field that calls itself a code, and no more. */
function isToBeRedeemed({ own, label, placeholder, near, form }: Texts): boolean {
  return !says.otp.test(`${own} . ${label} . ${placeholder} . ${near}`) && redeemed.test(`${near} . ${form}`);
}

/** A "security code" beside the number of a card is the card's. */
function isOfCard({ own, label, placeholder, around, page }: Texts): boolean {
  const said = `${own} . ${label} . ${placeholder}`;
  if (!security.test(said) || says.otp.test(withoutSecurity(said))) return false;
  return card.test(around) || card.test(page);
}

/** A post code is called a PIN code where there is an address around it. */
function isOfAddress({ own, label, placeholder, near, page, around }: Texts): boolean {
  return pin.test(`${own} . ${label} . ${placeholder}`) && address.test(`${near} . ${page} . ${around}`);
}

function bySigns(field: FieldFacts, texts: Texts): Veto | null {
  if (device.test(`${texts.label} . ${texts.near} . ${texts.page}`)) return 'other-device';
  if (field.type === 'password' && isPassword(field, texts)) return 'password';
  if (/email|url|search|decimal/.test(field.inputMode)) return 'input-mode';
  if (field.placeholder.includes('://')) return 'address';
  const { boxes, maxLength } = field;
  if (boxes > 1 || maxLength === null) return null;
  // No code of a single field is that short, and no field that is meant for one takes that much.
  const isCalledSo = [texts.own, texts.label].some((text) => says.otp.test(text));
  const shortest = isCalledSo && field.type !== 'password' ? 5 : 6;
  return maxLength < shortest || maxLength > 64 ? 'length' : null;
}

/** Hidden characters are for passwords, but in a row of boxes, or where the field is called what only a one-time code is. */
function isPassword({ boxes }: FieldFacts, { own, label, placeholder }: Texts): boolean {
  if (boxes > 4) return false;
  const said = [own, label, placeholder];
  return (
    !said.some((text) => says.otp.test(text)) ||
    said.some((text) => password.test(text.replace(says.otp, ' ')))
  );
}

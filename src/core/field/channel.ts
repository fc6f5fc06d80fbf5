/** How the code comes to a person. The closest text that says it decides, and an app before anything that is sent. */
import type { FieldFacts } from './facts.ts';
import type { Channel } from './judgement.ts';
import { anyOf } from './text.ts';
import type { Texts } from './texts.ts';
import {
  appNames,
  appWords,
  callWords,
  emailInNames,
  emailNames,
  emailWords,
  phoneInNames,
  resendWords,
  sentWords,
  smsBrands,
  smsNames,
  smsWords,
} from './vocabulary/near-by.ts';

const app = anyOf([...appWords, ...appNames]);
const sms = anyOf([...smsWords, ...smsBrands]);
const call = anyOf(callWords);
const email = anyOf(emailWords);
const sent = anyOf(sentWords);
const resend = anyOf(resendWords);
const smsName = anyOf(smsNames);
const phone = anyOf(phoneInNames);
const mail = anyOf(emailInNames);
const emailName = anyOf(emailNames);

/** An e-mail address, or what is left of one when its middle is hidden. */
const MAILBOX = /[\p{L}\p{N}*•._+-]+@[\p{L}\p{N}*•-]+(?:\.[\p{L}\p{N}*•]+)+/u;
/** The last figures of a telephone number, with what hides the others. */
const NUMBER = /(?:[*•xX#.-]\s?){3,}\d{2,4}\b|\+\d[\d *•xX().-]{6,}\d/u;

export function channelOf(field: FieldFacts, texts: Texts): Channel {
  for (const text of [texts.label, texts.placeholder, texts.own]) {
    const said = channelIn(text);
    if (said !== 'unknown') return said;
  }
  if (phone.test(texts.own)) return 'sms';
  if (mail.test(texts.own)) return 'email';
  const around = `${texts.near} . ${texts.after}`;
  if (app.test(around)) return 'app';
  const wasSent = sent.test(texts.near) || sent.test(texts.after) || resend.test(around);
  if (wasSent) return sentBy(field, around);
  if (app.test(texts.page)) return 'app';
  if (call.test(texts.near)) return 'sms';
  // What stands further off is said of it only where it could be said of nothing else.
  if (!field.alone && field.boxes === 1) return channelIn(texts.form);
  if (app.test(texts.around)) return 'app';
  if (resend.test(texts.around) || sent.test(texts.around)) return sentBy(field, texts.around);
  return channelIn(texts.form);
}

function channelIn(text: string): Channel {
  if (app.test(text)) return 'app';
  if (smsName.test(text)) return 'sms';
  return emailName.test(text) ? 'email' : 'unknown';
}

function sentBy({ near, after, around }: FieldFacts, text: string): Channel {
  const raw = `${near} ${after}`;
  if (sms.test(text) || call.test(text) || NUMBER.test(raw)) return 'sms';
  if (email.test(text) || MAILBOX.test(raw) || MAILBOX.test(around)) return 'email';
  return 'sent';
}

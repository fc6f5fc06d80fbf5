/** What programmers call it in names, ids and classes, whatever the page's language. */
import { phrases, type Vocabulary } from './sense.ts';

const STEMS = phrases('otp | totp | 2fa | mfa | tfa | otc | twofa');
/** What is written before and behind a stem without a mark between. */
const BEFORE = phrases(
  'txt | input | user | login | auth | sms | email | mail | mobile | phone | enter | verify | validate | confirm | get | my | app | web',
);
const BEHIND = phrases(`
  code | token | input | field | pin | number | num | no | value | val | digit | digits | box | pass | password |
  pwd | verification | verify | auth | login | form | txt | text | key
`);

export const names: Vocabulary = {
  otp: [
    ...phrases(`
      otp | otps | totp | otc | 2fa | twofa | tfa | mfa | a2f | motp | eotp | g2fa | google2fa | 2sv | 2 fa | two fa |
      authcode | vercode | smscode | ver code | veri code | one time | gauth | ga code | sms pin | sms token | sms verif* |
      sms tan | mtan | securid | approval code | approvals code | factor code | factor token | second auth*
    `),
    ...STEMS.flatMap((stem) => BEFORE.map((word) => `${word} ${stem}`)),
    ...STEMS.flatMap((stem) => BEHIND.map((word) => `${stem} ${word}`)),
  ],
  code: [
    ...phrases(`
      code | codes | token | passcode | pin | pin code | challenge | answer | response | key | verification | verify | verif code | vcode | check code |
      validation code | valid code | txt code | input code | enter code | my code | app code
    `),
    ...BEHIND.filter((word) => word !== 'key' && word !== 'code').map((word) => `code ${word}`),
  ],
  recovery: phrases(
    'recovery code* | backup code* | scratch code* | scratch token* | emergency code* | rescue code*',
  ),
  or: [],
};

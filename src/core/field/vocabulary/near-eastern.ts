/** Languages of the Near East. */
import { phrases, type Vocabulary } from './sense.ts';

export const nearEastern: Readonly<Record<string, Vocabulary>> = {
  ar: {
    otp: phrases(`
      رمز التحقق | كود التحقق | رمز المصادقة | لمرة واحدة | رمز الأمان | رمز التأكيد | بخطوتين | ثنائي* |
      الثنائي*
    `),
    code: phrases('رمز | الرمز | كود'),
    recovery: phrases('رمز احتياطي | الرمز الاحتياطي | رمز استرداد'),
    or: phrases('او | أو'),
  },
  fa: {
    otp: phrases(`
      رمز یکبار مصرف | یکبار مصرف | کد تایید | کد تأیید | کد احراز هویت | دو مرحله* | دو عاملی
    `),
    code: phrases('کد'),
    recovery: phrases('کد بازیابی | کدهای بازیابی | کد پشتیبان'),
    or: phrases('یا'),
  },
  he: {
    otp: phrases('קוד אימות | קוד חד פעמי | סיסמה חד פעמית | דו שלבי | קוד אבטחה'),
    code: phrases('קוד'),
    recovery: phrases('קוד שחזור | קודי שחזור | קוד גיבוי | קודי גיבוי'),
    or: phrases('או'),
  },
};

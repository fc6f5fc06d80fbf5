/** Slavic languages. */
import { phrases, type Vocabulary } from './sense.ts';

export const slavic: Readonly<Record<string, Vocabulary>> = {
  pl: {
    otp: phrases(`
      kod jednorazowy | jednorazowy kod | haslo jednorazowe | jednorazowe haslo | dwuskladnik* |
      dwuetapow* | kod uwierzytelnia* | kod weryfikacyjny | kod potwierdzajacy | kod bezpieczenstwa |
      kod sms | cyfrowy kod | aplikacji uwierzytelniajacej | kod z aplikacji | kod autoryzac* |
      kod z sms | jednorazowego kodu | kodu jednorazowego | kod weryfikacji
    `),
    code: phrases('kod | kodu'),
    recovery: phrases('kod* odzyskiwania | kod* zapasow* | zapasow* kod*'),
    or: phrases('lub | albo'),
  },
  cs: {
    otp: phrases(`
      jednorazovy kod | jednorazove heslo | dvou faktor* | overovaci kod | potvrzovaci kod |
      bezpecnostni kod | autentizacni kod | mistny kod | kod z aplikace | dvou krok* |
      jednorazoveho kodu | overovaciho kodu | kontrolni kod
    `),
    code: phrases('kod'),
    recovery: phrases('zalozni kod* | obnovovaci kod* | kod* pro obnoveni'),
    or: phrases('nebo'),
  },
  sk: {
    otp: phrases(`
      jednorazovy kod | jednorazove heslo | dvoj faktor* | overovaci kod | bezpecnostny kod |
      kod z aplikacie | dvoj faz* | kontrolny kod
    `),
    code: phrases('kod'),
    recovery: phrases('zalozny kod | zalozne kody | kod* na obnovenie'),
    or: phrases('alebo'),
  },
  hr: {
    otp: phrases(`
      jednokratn* kod* | jednokratn* lozink* | kod za potvrdu | kod za provjeru | potvrdni kod |
      verifikacijski kod | verifikacioni kod | sigurnosni kod | dvo faktor* | u dva koraka |
      autentifikacijski kod | kod za autentifikaciju
    `),
    code: phrases('kod | koda'),
    recovery: phrases('kod* za oporavak | rezervn* kod*'),
    or: phrases('ili'),
  },
  sr: {
    otp: phrases('једнократн* код* | једнократн* лозинк* | код за потврду'),
    code: phrases('код'),
    recovery: phrases('резервн* код*'),
    or: phrases('или'),
  },
  sl: {
    otp: phrases(`
      enkratn* kod* | enkratno geslo | potrditven* kod* | koda za preverjanje | varnostna koda |
      dvo faktor*
    `),
    code: phrases('koda | kodo'),
    recovery: phrases('obnovitven* kod* | kod* za obnovitev'),
    or: phrases('ali'),
  },
  bg: {
    otp: phrases(`
      еднократ* код* | еднократ* парол* | код за потвърждение | код за потвърждаване | код за проверка |
      код за удостоверяване | код за сигурност | дву стъпк*
    `),
    code: phrases('код | кода'),
    recovery: phrases('резерв* код* | код* за възстановяване'),
    or: phrases('или'),
  },
  ru: {
    otp: phrases(`
      одноразов* код* | одноразов* парол* | двух фактор* | двух этап* | код подтверждения |
      проверочн* код* | код проверки | код аутентификации | код безопасности | код из приложения |
      значный код | аутентификатор* | код авторизации | код доступа | двух шаг*
    `),
    code: phrases('код'),
    recovery: phrases('резервн* код* | код* восстановления'),
    or: phrases('или'),
  },
  uk: {
    otp: phrases(`
      одноразов* код* | одноразов* парол* | дво фактор* | двоетап* | код підтвердження | код перевірки |
      код автентифікації | код безпеки | автентифікатор* | код доступу | дво кро* | двоетапн*
    `),
    code: phrases('код'),
    recovery: phrases('резервн* код* | код* відновлення'),
    or: phrases('або | чи'),
  },
};

/** Languages of Europe, and between it and Asia, that belong to neither of the large families. */
import { phrases, type Vocabulary } from './sense.ts';

export const otherEuropean: Readonly<Record<string, Vocabulary>> = {
  fi: {
    otp: phrases(`
      kertakayttoinen koodi | kertakaytto koodi* | kerta koodi* | kertakayttoinen salasana |
      kaksi vaihe* | todennus koodi* | vahvistus koodi* | varmennus koodi* | turva koodi* |
      numeroinen koodi | tekstiviesti koodi* | kirjautumis koodi*
    `),
    code: phrases('koodi | koodin'),
    recovery: phrases('palautus koodi* | vara koodi* | varmuus koodi*'),
    or: phrases('tai'),
  },
  et: {
    otp: phrases(`
      uhekord* kood* | uhekordne parool | kinnitus kood* | autentimis kood* | turva kood*
    `),
    code: phrases('kood | koodi'),
    recovery: phrases('taaste kood* | varu kood* | taastamis kood*'),
    or: phrases('voi'),
  },
  hu: {
    otp: phrases(`
      egyszeri kod* | egyszer hasznalatos | egyszeri jelszo | ket faktor* | ketlepcsos | hitelesito kod |
      hitelesitesi kod | ellenorzo kod | megerosito kod | biztonsagi kod | azonosito kod | sms kod
    `),
    code: phrases('kod | kodot'),
    recovery: phrases('helyreallitasi kod* | biztonsagi mentes kod* | tartalek kod*'),
    or: phrases('vagy'),
  },
  lt: {
    otp: phrases(`
      vienkartin* kod* | vienkartin* slaptazod* | patvirtinimo kod* | autentifikavimo kod* |
      dvieju zingsniu | saugos kod*
    `),
    code: phrases('kodas | koda | kodo'),
    recovery: phrases('atkurimo kod* | atsargin* kod*'),
    or: phrases('arba'),
  },
  lv: {
    otp: phrases(`
      vienreiz* kod* | vienreiz* parol* | apstiprinajuma kod* | apstiprinasanas kod* |
      autentifikacijas kod* | drosibas kod*
    `),
    code: phrases('kods | kodu | koda'),
    recovery: phrases('atjaunosan* kod* | rezerv* kod*'),
    or: phrases('vai'),
  },
  eu: {
    otp: phrases(`
      behin erabiltzeko kode* | behin bakarrik erabiltzeko | aldi bakarreko kode* | egiaztatze kode* |
      egiaztapen kode* | autentifikazio kode* | bi urrats*
    `),
    code: phrases('kodea | kode'),
    recovery: phrases('berreskuratze kode*'),
    or: phrases('edo'),
  },
  tr: {
    otp: phrases(`
      tek kullanimlik* | tek seferlik* | iki faktor* | iki adim* | iki asamali | dogrulama kodu |
      onay kodu | guvenlik kodu | kimlik dogrulama kodu | kimlik dogrulayici | haneli kod* | sms kodu |
      cok faktorlu
    `),
    code: phrases('kod | kodu'),
    recovery: phrases('kurtarma kod* | yedek kod* | yedekleme kod*'),
    or: phrases('veya | ya da'),
  },
  el: {
    otp: phrases(`
      κωδικος μιας χρησης | κωδικο μιας χρησης | δυο παραγοντων | δυο βηματων | κωδικος επαληθευσης |
      κωδικο επαληθευσης | κωδικος επιβεβαιωσης | κωδικος ασφαλειας | μιας χρησης
    `),
    code: phrases('κωδικος | κωδικο'),
    recovery: phrases('κωδικ* ανακτησης | εφεδρικ* κωδικ* | κωδικ* ασφαλειας εφεδρ*'),
    or: phrases('η'),
  },
  ka: {
    otp: phrases('დადასტურების კოდ* | ავთენტიკაციის კოდ*'),
    code: phrases('კოდი | კოდის'),
    recovery: phrases('აღდგენის კოდ* | აღდგენის ავთენტიკაციის კოდ*'),
    or: phrases('ან'),
  },
};

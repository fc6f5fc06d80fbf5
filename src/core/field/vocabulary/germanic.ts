/** Germanic languages. */
import { phrases, type Vocabulary } from './sense.ts';

export const germanic: Readonly<Record<string, Vocabulary>> = {
  en: {
    otp: phrases(`
      one time code | one time pass* | one time pin | one time token | one time security code |
      1 time code | two factor* | 2 factor | second factor | multi factor | two step* | 2 step |
      authenticat* code | authenticat* token | authenticat* app* | authenticator | auth code |
      google auth* | verif* code | verif* token | code verif* | confirmation code | security code |
      security token | login code | log in code | sign in code | identification code | sms code |
      email code | phone code | text message code | digit code | digit verif* | digit token |
      numeric code | code generated | generated code | code sent | code we sent |
      code we ve sent | code we just sent | code that we sent | code you received | code has been sent |
      code was sent | code we emailed | authenticat* number | authenticat* pin | verif* number |
      verif* pin | verif* digit* | enter 6 digits | enter the 6 digits | digits code |
      login token | temporary code | temporary passcode | dynamic code | dynamic password |
      single use code | single use pass* | token code | code from your app* | code from the app* |
      code from your authenticat* | code from an app* | code in your app* | code from your device |
      code from your phone | code on your phone | code shown in your | app code | second step |
      secure code | two way authentication | login verif* | sign in verif* | verify app
    `),
    code: phrases(`
      code | codes | token | pin | pin code | passcode | challenge | answer | key | verif* | access code |
      response | auth key | auth token | digit | digits
    `),
    recovery: phrases(`
      recovery code* | recovery token | recovery key | recovery auth* | backup code* | back up code* |
      backup auth* | backup token | backup verif* | backup pass* | recovery passcode* | recovery pin |
      recovery phrase | restore code* | backup pin | back up token | one time backup | reserve code*
    `),
    or: phrases('or'),
  },
  de: {
    otp: phrases(`
      einmal code* | einmal passw* | einmal kennw* | einmal pin | zwei faktor* | 2 faktor* |
      zweiter faktor | zweistufig* | authentifizierungs code | authentifizierungs app |
      authenticator code | bestatigungs code | verifizierungs code | verifikations code |
      sicherheits code | anmelde code | stelligen code | sms code | einmal token* | einmal passcode* |
      stellige* code* | authentifizierungs token | code aus der app | code aus ihrer app |
      code aus deiner app
    `),
    code: phrases('code | schlussel | zugangs code | tan'),
    recovery: phrases(`
      wiederherstellung* code* | wiederherstellungs code* | backup code* | ersatz code*
    `),
    or: phrases('oder'),
  },
  nl: {
    otp: phrases(`
      eenmalige code | eenmalig wachtwoord | eenmalige toegangscode | twee factor* | tweefactor* |
      tweestaps* | twee staps* | authenticatie code | authenticatie app | verificatie code |
      bevestigings code | beveiligings code | inlog code | cijferige code | eenmalige pin* |
      tijdelijke code | code uit de app | code uit je app | code uit uw app | authenticator code |
      sms code | cijfer code
    `),
    code: phrases('code | toegangs code'),
    recovery: phrases(`
      herstel code* | back up code* | backup code* | reserve code* | nood code*
    `),
    or: phrases('of'),
  },
  sv: {
    otp: phrases(`
      engangs kod | engangs losenord | tva faktor* | autentiserings kod | verifierings kod |
      bekraftelse kod | sakerhets kod | siffrig kod | inloggnings kod | engangs pin* | sms kod |
      kod fran appen
    `),
    code: phrases('kod | koden'),
    recovery: phrases('aterstallnings kod* | reserv kod* | backup kod*'),
    or: phrases('eller'),
  },
  da: {
    otp: phrases(`
      engangs kode | engangs adgangskode | to faktor* | godkendelses kode | verifikations kode |
      bekraeftelses kode | sikkerheds kode | cifret kode | bekræftelses kode | sms kode | engangs pin*
    `),
    code: phrases('kode | koden'),
    recovery: phrases('gendannelses kode* | backup kode* | reserve kode* | nod kode*'),
    or: phrases('eller'),
  },
  no: {
    otp: phrases(`
      engangs kode | engangs passord | to faktor* | autentiserings kode | verifiserings kode |
      bekreftelses kode | sikkerhets kode | sifret kode | sms kode | engangs pin*
    `),
    code: phrases('kode | koden'),
    recovery: phrases('gjenopprettings kode* | reserve kode* | sikkerhets kopi kode*'),
    or: phrases('eller'),
  },
};

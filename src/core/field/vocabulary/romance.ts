/** Romance languages. */
import { phrases, type Vocabulary } from './sense.ts';

export const romance: Readonly<Record<string, Vocabulary>> = {
  fr: {
    otp: phrases(`
      code a usage unique | mot de passe a usage unique | mot de passe unique | code unique |
      double authentification | deux facteurs | deux etapes | code d' authentification |
      code authentification | application d' authentification | code de verification |
      code de confirmation | code de securite | code de connexion | code a 6 chiffres | code temporaire |
      code recu par | validation en deux | authentification a deux | verification en deux |
      code de validation | code sms | code a usage | code otp | code a 8 chiffres
    `),
    code: phrases('code | jeton'),
    recovery: phrases(`
      code* de recuperation | code* de secours | code* de sauvegarde | cle* de recuperation
    `),
    or: phrases('ou'),
  },
  es: {
    otp: phrases(`
      codigo de un solo uso | contrasena de un solo uso | codigo unico | dos factores | doble factor |
      segundo factor | dos pasos | codigo de autenticacion | aplicacion de autenticacion |
      codigo de verificacion | codigo de confirmacion | codigo de seguridad | codigo de 6 digitos |
      codigo de seis digitos | autenticador | codigo temporal | codigo de un uso | codigo sms |
      verificacion en dos | autenticacion en dos | autenticacion de dos | codigo recibido |
      codigo de validacion | codigo que te enviamos | codigo que le enviamos
    `),
    code: phrases('codigo | clave | token | codigo de acceso'),
    recovery: phrases(`
      codigo* de recuperacion | codigo* de respaldo | codigo* de reserva |
      codigo* de seguridad alternativo*
    `),
    or: phrases('o'),
  },
  it: {
    otp: phrases(`
      codice monouso | password monouso | due fattori | doppio fattore | secondo fattore | due passaggi |
      codice di autenticazione | autenticatore | app di autenticazione | codice di verifica |
      codice di conferma | codice di sicurezza | codice a 6 cifre | codice otp | codice sms |
      codice temporaneo | verifica in due | autenticazione a due | codice ricevuto
    `),
    code: phrases('codice | codice di accesso'),
    recovery: phrases(`
      codic* di recupero | codic* di backup | codic* di ripristino | codic* di riserva
    `),
    or: phrases('o | oppure'),
  },
  pt: {
    otp: phrases(`
      codigo de uso unico | codigo unico | senha de uso unico | palavra passe unica | dois fatores |
      segundo fator | duas etapas | dois passos | codigo de autenticacao | aplicativo autenticador |
      aplicativo de autenticacao | autenticador | codigo de verificacao | codigo de confirmacao |
      codigo de seguranca | codigo de 6 digitos | codigo temporario | autenticacao de dois |
      autenticacao em dois | verificacao em duas | verificacao em dois | codigo recebido | codigo sms |
      codigo de utilizacao unica | codigo de validacao | palavra passe de utilizacao unica
    `),
    code: phrases('codigo | token | codigo de acesso'),
    recovery: phrases('codigo* de recuperacao | codigo* de backup | codigo* de reserva'),
    or: phrases('ou'),
  },
  ca: {
    otp: phrases(`
      codi d’un sol us | codi d un sol us | dos factors | dos passos | codi d autenticacio |
      codi de verificacio | autenticador | codi de seguretat
    `),
    code: phrases('codi'),
    recovery: phrases('codi* de recuperacio | codi* de seguretat alternatiu*'),
    or: phrases('o'),
  },
  ro: {
    otp: phrases(`
      cod unic | parola unica | doi factori | doi pasi | cod de autentificare | cod de verificare |
      codul de verificare | cod de confirmare | cod de securitate
    `),
    code: phrases('cod | codul'),
    recovery: phrases('cod* de recuperare | cod* de rezerva'),
    or: phrases('sau'),
  },
};

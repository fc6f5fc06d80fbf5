/**
 * How pages say that a code was not accepted, or that it is not over yet: data only, lower-case stems, per
 * language. They are looked for in alerts and status messages alone, never in a page's prose.
 */
export const refusalWords: readonly string[] = [
  // en
  'invalid',
  'not valid',
  'incorrect',
  'wrong',
  'expired',
  'failed',
  'try again',
  'too many',
  'locked',
  'error',
  // de
  'ungültig',
  'falsch',
  'abgelaufen',
  'fehler',
  'erneut versuchen',
  // fr
  'invalide',
  'incorrect',
  'erroné',
  'expiré',
  'réessay',
  // es, pt
  'inválid',
  'incorrect',
  'caducad',
  'expirad',
  'error',
  'tente novamente',
  // it
  'non valido',
  'errato',
  'scadut',
  'riprova',
  // nl
  'ongeldig',
  'onjuist',
  'verlopen',
  // pl
  'nieprawidłow',
  'błędn',
  'wygasł',
  // ru, uk
  'неверн',
  'недейств',
  'истек',
  'невірн',
  // tr
  'geçersiz',
  'hatalı',
  // ja
  '無効',
  '正しくありません',
  '期限切れ',
  // zh
  '无效',
  '错误',
  '不正确',
  '過期',
  // ko
  '잘못된',
  '올바르지',
  '만료',
];

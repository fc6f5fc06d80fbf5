/**
 * How pages say what became of a code: data only, lower-case stems, per language. They are looked for in alerts
 * and status messages alone, never in a page's prose.
 */

/** It was not accepted, or it is not over yet. */
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
  'could not',
  'cannot',
  'unable',
  'not enabled',
  'not activated',
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

/** It is off, or will be: of two-factor authentication, where a page speaks of it in the same breath. */
export const offWords: readonly string[] = [
  // en
  'now off',
  'is off',
  'be off',
  'turned off',
  'switched off',
  'disabled',
  'deactivated',
  'enable it again',
  'no longer protected',
  // de
  'deaktiviert',
  'ausgeschaltet',
  // fr
  'désactivé',
  // es, pt
  'desactivad',
  'desativad',
  'deshabilitad',
  // it
  'disattivat',
  'disabilitat',
  // nl
  'uitgeschakeld',
  // pl
  'wyłączon',
  // ru, uk
  'отключен',
  'выключен',
  'вимкнен',
  // tr
  'devre dışı',
  'kapatıldı',
  // ja
  '無効に',
  'オフに',
  // zh
  '已关闭',
  '已停用',
  '已關閉',
  // ko
  '비활성화',
  '해제',
];

/** How pages call a way back by people and not by a code. */
export const supportWords: readonly string[] = [
  'support case',
  'recover your account',
  'account recovery',
  'lost your device',
  'lost device',
  'cannot access my device',
  'contact support',
  'contact our technical support',
  // de
  'kontowiederherstellung',
  'support kontaktieren',
  // fr
  'récupération de compte',
  'récupérer votre compte',
  'contacter le support',
  // es, pt, it
  'recuperar tu cuenta',
  'recuperar su cuenta',
  'recuperar sua conta',
  'recupera il tuo account',
];

/** Two-factor authentication is on. */
export const successWords: readonly string[] = [
  // en
  'success',
  'enabled',
  'activated',
  'turned on',
  'is on',
  'now on',
  'is now active',
  'verified',
  'all set',
  // de
  'erfolgreich',
  'aktiviert',
  'eingeschaltet',
  'eingerichtet',
  'bestätigt',
  // fr
  'succès',
  'activé',
  'réussi',
  // es, pt
  'éxito',
  'sucesso',
  'activad',
  'ativad',
  'habilitad',
  // it
  'successo',
  'attivat',
  'abilitat',
  // nl
  'ingeschakeld',
  'geactiveerd',
  'gelukt',
  // pl
  'pomyślnie',
  'włączon',
  // ru, uk
  'успешн',
  'включен',
  'успішн',
  'увімкнен',
  // tr
  'başarı',
  'etkinleştirildi',
  // ja
  '有効',
  '成功',
  '完了',
  // zh
  '启用',
  '啟用',
  // ko
  '활성화',
  '성공',
  '완료',
];

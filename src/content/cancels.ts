/** Whether what a person has pressed leads away from a form and not on: then the form goes unanswered. */
import { attribute, tidy } from './dom.ts';

/** Stems, at the beginning of what it is called, in the languages that pages are read in; and the signs for it. */
const CANCEL =
  /^(?:cancel|close|dismiss|back\b|go back|not now|later|abbrech|schlie(?:ß|ss)en|zur[uü]ck|sp[aä]ter|annul|fermer|retour|plus tard|cerrar|volver|ahora no|voltar|fechar|agora n|chiudi|indietro|sluit|terug|anuluj|zamknij|wstecz|отмен|закрыт|назад|скасув|закрити|iptal|kapat|キャンセル|閉じる|戻る|取消|关闭|關閉|返回|취소|닫기|뒤로|[×✕✖x]$)/i;

export function cancels(pressed: Element): boolean {
  const control = pressed.closest('button,a,[role=button],[role=link],input[type=button],input[type=reset]');
  if (control === null) return false;
  const value = control instanceof HTMLInputElement ? control.value : control.textContent;
  return [attribute(control, 'aria-label'), attribute(control, 'title'), value].some((text) =>
    CANCEL.test(tidy(text, 40)),
  );
}

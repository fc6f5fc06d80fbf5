/**
 * The words that are looked for in a page itself: data only, parts of regular expressions for text as it stands there.
 * Few and short, for they weigh on every page; all the other words are in the background. Each list is marked as pure, so that it is left
 * out of the half of the content script that does not need it.
 */
import { phrases } from '../core/field/vocabulary/sense.ts';

/** What programmers call a one-time code. */
export const promptNames = /* @__PURE__ */ phrases('otp | otc | [2mt]fa | twofa | a2f');

/** What every prompt calls the thing that it wants: a code, a token, a PIN, an answer, or its factor. */
export const promptStems = /* @__PURE__ */ phrases(`
  fa[ck]tor | one.?time | einmal | verif | auth?ent | c[oó]d | k[oó]d | token | pin\\b | answer | challenge | mã | код | 码 | 碼 | 口令 | コード | 認証 |
  인증 | 코드 | رمز | كود | کد | קוד | κωδ | კოდ | รหัส | कोड
`);

/** What a code that stands alone is called, where it is one for the day when the authenticator is lost. */
export const lossStems = /* @__PURE__ */ phrases(`
  recover | back-?\\s?up | scratch | emergency | wiederherst | secours | r[eé]cup | herstel | zapasow | резервн | восстанов | リカバリ | 备用 | 恢复 | 復原 |
  복구
`);

/** What leads away from a form, and not on, begins with one of these. */
export const cancelStems = /* @__PURE__ */ phrases(`
  cancel | close | dismiss | back\\b | go back | not now | later | abbrech | schließen | schliessen | zur[uü]ck | sp[aä]ter | annul | fermer | retour |
  plus tard | cerrar | volver | ahora no | voltar | fechar | agora n | chiudi | indietro | sluit | terug | anuluj | zamknij | wstecz | отмен | закрыт |
  назад | скасув | закрити | iptal | kapat | キャンセル | 閉じる | 戻る | 取消 | 关闭 | 關閉 | 返回 | 취소 | 닫기 | 뒤로
`);

/**
 * Where the words of the vocabulary stand besides: for each, two products by others, with nothing to do with each other, whose
 * interface in that language has it. Made by `npm run bench -- words`, from the translations that these products publish; of their
 * texts nothing is kept here but that they have the word.
 */

/**
 * By the letter that stands for it below. Where no interface that was read has a word, 1 and 2 stand for two published sources of
 * different people that show it to theirs, which were found by the word itself.
 */
export const products: Readonly<Record<string, string>> = {
  A: 'django-allauth 0.51',
  B: '@aws-amplify/ui 6.15.6',
  C: 'auth0-lock 14.3.0',
  D: '@clerk/localizations 4.18.0',
  E: 'GNOME: online accounts, Calls, Chatty, Contacts, Evolution, Simple Scan (Debian 12)',
  F: '@teamhanko/hanko-elements 2.7.0',
  G: 'KeePassXC (Debian 12)',
  H: 'LemonLDAP::NG portal (Debian 12)',
  I: '@logto/phrases 1.31.0 and @logto/phrases-experience 1.15.0',
  J: 'matrix-react-sdk 3.114.0',
  K: 'MediaWiki 1.39',
  L: 'nodebb-plugin-2factor 7.6.1',
  M: '@okta/okta-signin-widget 7.49.0',
  N: '@ory/elements-react 1.2.1',
  O: 'phpMyAdmin 5.2.1',
  P: 'Roundcube 1.6.5, its plugins',
  Q: 'SimpleSAMLphp (Debian 12)',
  R: 'SOGo (Debian 12)',
  S: '@adyen/adyen-web 5.71.1',
  T: 'altcha 3.2.2',
  U: 'braintree-web-drop-in 1.48.0',
  V: 'Chromium 156 (Debian 12)',
  W: 'Claws Mail 4.1.1 (Debian 12)',
  X: '@commercetools-frontend/i18n 27.10.0',
  Y: 'Dino 0.4.2 (Debian 12)',
  Z: '@directus/app 18.0.0',
  a: 'Firefox 153 ESR (Debian 12)',
  b: 'Gajim 1.7.3 (Debian 12)',
  c: 'Gammu 1.42.0 (Debian 12)',
  d: 'GnuCash 4.13 (Debian 12)',
  e: 'Grisbi 2.0.5 (Debian 12)',
  f: 'gscan2pdf 2.13.2 (Debian 12)',
  g: 'HomeBank 5.6.2 (Debian 12)',
  h: 'KDE: Plasma, KDE Connect, KMyMoney, Skrooge, Tellico, PIM (Debian 12)',
  i: 'LibreOffice 7.4.7 (Debian 12)',
  j: '@magento/venia-ui 11.7.3',
  k: '@medusajs/dashboard 2.21.2',
  l: 'Modem Manager GUI 0.0.20 (Debian 12)',
  m: 'Nextcloud desktop client 3.7.3 (Debian 12)',
  n: 'Pidgin 2.14.12 (Debian 12)',
  o: '@spartacus/assets 4.3.8',
  p: '@strapi/admin 5.54.0',
  q: '@vendure/admin-ui and @vendure/dashboard 3.7.3',
  r: 'WordPress 6.1.9 (Debian 12)',
  1: 'a published source, found by the word',
  2: 'another, of a product that has nothing to do with the first',
};

/** By language: a word as the vocabulary writes it, a colon, the letters of two products. */
export const attested: Readonly<Record<string, string>> = {
  en: `
    1:ND 2:NC 6:ND one:NB time:NC code:NB pass*:NB pin:NF token:ND security:NC two:ND factor*:NB factor:NB
    second:ND multi:NB step*:NC step:NC authenticat*:NB app*:NB authenticator:NB auth:NB google:NB auth*:NB
    verif*:NB confirmation:BD login:NC log:NB in:NB sign:NB identification:ND sms:NB email:NB phone:NB
    text:NB message:NB digit:NG numeric:DK generated:NC sent:NB we:NB ve:NB just:NC that:ND you:NB
    received:ND has:NC been:NC was:NC emailed:BK number:NB digit*:NG enter:NB digits:GI the:NB temporary:DG
    passcode:FM dynamic:IJ password:NB single:NC use:NB from:NC your:NB an:NC device:NC on:NB shown:CD
    app:NB secure:NC way:NB authentication:NB verify:NB codes:ND challenge:NC answer:JK key:ND access:ND
    response:ND recovery:NB code*:NB backup:ND back:NB up:NB passcode*:FM phrase:DG restore:DG reserve:IJ
    or:NB
  `,
  de: `
    2:NA einmal:ND code*:NB passw*:NA kennw*:GJ pin:NF zwei:NA faktor*:NF zweiter:KM faktor:NB
    zweistufig*:DI authentifizierungs:NC code:NB app:NA authenticator:ND bestatigungs:AB verifizierungs:ND
    verifikations:NJ sicherheits:NA anmelde:NA stelligen:NI sms:NB token*:NA passcode*:FM stellige*:NI
    token:NA aus:NA der:NA ihrer:NC deiner:IJ schlussel:AD zugangs:NA tan:ND wiederherstellung*:ND
    wiederherstellungs:ND backup:NG ersatz:JK oder:NA
  `,
  nl: `
    eenmalige:ND code:NB eenmalig:ND wachtwoord:NA toegangscode:NF twee:NA factor*:NB tweefactor*:NK
    tweestaps*:DR staps*:CD authenticatie:NC app:NB verificatie:NA bevestigings:AB beveiligings:NC inlog:NA
    cijferige:NM pin*:NF tijdelijke:DG uit:NC de:NA je:NA uw:NA authenticator:NB sms:NB cijfer:NC
    toegangs:NA herstel:NA code*:NB back:ND up:NA backup:ND reserve:GK nood:JK of:NA
  `,
  sv: `
    engangs:ND kod:NB losenord:AB tva:NC faktor*:NK autentiserings:NB verifierings:NA bekraftelse:AG
    sakerhets:CD siffrig:NO inloggnings:NB pin*:NM sms:NB fran:AC appen:NG koden:NB aterstallnings:JM
    kod*:NB reserv:ND backup:ND eller:NA
  `,
  da: `
    engangs:ND kode:NA adgangskode:NA to:NA faktor*:NK godkendelses:NC verifikations:NM bekraeftelses:AC
    sikkerheds:NC cifret:NM bekræftelses:AC sms:NC pin*:NM koden:NA gendannelses:NK kode*:NC backup:ND
    reserve:KM nod:NA eller:NA
  `,
  no: `
    engangs:ND kode:NB passord:NA to:NA faktor*:NK autentiserings:NB verifiserings:NC bekreftelses:NA
    sikkerhets:NC sifret:NM sms:NB pin*:NM koden:NB gjenopprettings:NK kode*:NB reserve:DK kopi:ND eller:NA
  `,
  fr: `
    6:ND 8:NB code:NB a:NA usage:ND unique:NC mot:NA de:NA passe:NA double:GH authentification:NB deux:NA
    facteurs:NF etapes:DI d':NA application:NA verification:NA confirmation:AB securite:CD connexion:NA
    chiffres:NC temporaire:DG recu:NB par:NA validation:ND en:NA sms:NB otp:NB jeton:NA code*:NB
    recuperation:BD secours:NI sauvegarde:NA cle*:NA ou:NA
  `,
  es: `
    6:ND codigo:BC de:NA un:NA solo:ND uso:NC contrasena:AB unico:CD dos:NA factores:NC doble:GK factor:NB
    segundo:NC pasos:DI autenticacion:BC aplicacion:NA verificacion:AB confirmacion:AB seguridad:NC
    digitos:GH seis:KM autenticador:ND temporal:DG sms:NB en:NA recibido:NG validacion:DG que:NA te:NA
    enviamos:DM le:NA clave:NA token:NA acceso:NA codigo*:BC recuperacion:BD respaldo:ND reserva:IK
    alternativo*:ND o:NA
  `,
  it: `
    6:ND codice:NA monouso:FI password:NA due:ND fattori:NB doppio:GH fattore:NF secondo:NF passaggi:DF
    di:NA autenticazione:NA autenticatore:ND app:NA verifica:NA conferma:NA sicurezza:NC a:NA cifre:NG
    otp:NB sms:NB temporaneo:ND in:NA ricevuto:NA accesso:NA codic*:NA recupero:NE backup:ND ripristino:BH
    riserva:GI o:NA oppure:BD
  `,
  pt: `
    6:ND codigo:BC de:NA uso:ND unico:CD senha:NA palavra:NA passe:NA unica:DF dois:NC fatores:NC
    segundo:NF fator:NB duas:DG etapas:DI passos:CI autenticacao:BC aplicativo:NA autenticador:NB
    verificacao:AC confirmacao:AB seguranca:CD digitos:GH temporario:DG em:NA recebido:NE sms:NB
    utilizacao:DG validacao:DG token:NA acesso:NA codigo*:BC recuperacao:BD backup:ND reserva:GI ou:NA
  `,
  ca: `
    codi:NC d’un:NA sol:NA us:NA d:NA un:NA dos:ND factors:DK passos:CD autenticacio:CD de:NA
    verificacio:AC autenticador:ND seguretat:NC codi*:NC recuperacio:DK alternatiu*:ND o:NA
  `,
  ro: `
    cod:NC unic:ND parola:NA unica:DK doi:NC factori:NK pasi:NC de:NA autentificare:NC verificare:NA
    codul:NC confirmare:AD securitate:NC cod*:NC recuperare:NC rezerva:ND sau:NA
  `,
  pl: `
    kod:NB jednorazowy:NI haslo:AB jednorazowe:NB dwuskladnik*:HK dwuetapow*:CD uwierzytelnia*:NB
    weryfikacyjny:NC potwierdzajacy:HK bezpieczenstwa:CD sms:NB cyfrowy:NI aplikacji:NA
    uwierzytelniajacej:DK z:NA autoryzac*:AC jednorazowego:NI kodu:NC weryfikacji:NA kod*:NB
    odzyskiwania:NI zapasow*:ND lub:NA albo:BC
  `,
  cs: `
    jednorazovy:IK kod:NC jednorazove:DG heslo:NA dvou:NC faktor*:ND overovaci:AC potvrzovaci:AK
    bezpecnostni:DG autentizacni:DE mistny:IR z:NA aplikace:NA krok*:AD jednorazoveho:JK kodu:ND
    overovaciho:IM kontrolni:GJ zalozni:DG kod*:NC obnovovaci:MO pro:NA obnoveni:DI nebo:NA
  `,
  sk: `
    jednorazovy:JK kod:NC jednorazove:DK heslo:NA dvoj:NC faktor*:NK overovaci:AD bezpecnostny:DG z:NA
    aplikacie:AD faz*:NJ kontrolny:GJ zalozny:DJ zalozne:DK kody:ND kod*:NC na:NA obnovenie:AD alebo:NA
  `,
  hr: `
    jednokratn*:ND kod*:NA lozink*:NA kod:NA za:NA potvrdu:NA provjeru:NC potvrdni:CK verifikacijski:DR
    verifikacioni:NR sigurnosni:NC dvo:ND faktor*:ND u:NA dva:NC koraka:CK autentifikacijski:KP
    autentifikaciju:ND koda:ND oporavak:NK rezervn*:ND ili:NA
  `,
  sr: `
    једнократн*:GK код*:AC лозинк*:AC код:AC за:AC потврду:AC резервн*:GK или:AC
  `,
  sl: `
    enkratn*:NK kod*:NC enkratno:NK geslo:NA potrditven*:AC koda:NC za:NA preverjanje:NC varnostna:NG
    dvo:NK faktor*:NK kodo:NC obnovitven*:KO obnovitev:NE ali:NA
  `,
  bg: `
    еднократ*:DE код*:AC парол*:AC код:AC за:AC потвърждение:AD потвърждаване:GK проверка:CG
    удостоверяване:CD сигурност:CD дву:DG стъпк*:AD кода:CD резерв*:DG възстановяване:AG или:AC
  `,
  ru: `
    одноразов*:DI код*:AB парол*:AB двух:DI фактор*:DI этап*:IO код:AB подтверждения:AB проверочн*:CJ
    проверки:BD аутентификации:BC безопасности:CD из:AB приложения:AD значный:GI аутентификатор*:DI
    авторизации:AC доступа:AC шаг*:DG резервн*:DG восстановления:CD или:AB
  `,
  uk: `
    одноразов*:DG код*:BC парол*:AB дво:CD фактор*:DK двоетап*:CD код:BC підтвердження:AB перевірки:GI
    автентифікації:BD безпеки:CD автентифікатор*:GI доступу:AC кро*:DG двоетапн*:CD резервн*:DG
    відновлення:AB або:AB чи:AC
  `,
  fi: `
    kertakayttoinen:KM koodi:NC kertakaytto:KM koodi*:NC kerta:NC salasana:NA kaksi:NC vaihe*:HJ
    todennus:ND vahvistus:NA varmennus:HJ turva:NC numeroinen:MO tekstiviesti:NC kirjautumis:NA koodin:NC
    palautus:NJ vara:ND varmuus:NG tai:NA
  `,
  et: `
    uhekord*:JK kood*:NC uhekordne:JK parool:NC kinnitus:NG autentimis:NE turva:NC kood:NC koodi:NC
    taaste:JK varu:NG taastamis:NJ voi:NC
  `,
  hu: `
    egyszeri:ND kod*:NB egyszer:ND hasznalatos:KM jelszo:AB ket:NA faktor*:NM ketlepcsos:CD hitelesito:BC
    kod:NB hitelesitesi:DE ellenorzo:AC megerosito:AB biztonsagi:CD azonosito:AB sms:NB kodot:BC
    helyreallitasi:JK mentes:DG tartalek:DJ vagy:NA
  `,
  lt: `
    vienkartin*:NJ kod*:NC slaptazod*:AC patvirtinimo:NA autentifikavimo:NC dvieju:CK zingsniu:CJ saugos:GJ
    kodas:NC koda:NC kodo:NC atkurimo:JK atsargin*:NG arba:NA
  `,
  lv: `
    vienreiz*:NR kod*:NC parol*:NA apstiprinajuma:AK apstiprinasanas:AK autentifikacijas:CE drosibas:CQ
    kods:NC kodu:NC koda:NK atjaunosan*:AK rezerv*:NP vai:NA
  `,
  eu: `
    behin:KM erabiltzeko:KM kode*:NE bakarrik:KM aldi:NA bakarreko:KM egiaztatze:AK egiaztapen:AK
    autentifikazio:EK bi:NA urrats*:MP kodea:EK kode:NE berreskuratze:KM edo:NA
  `,
  tr: `
    tek:NA kullanimlik*:BG seferlik*:DI iki:ND faktor*:NB adim*:CD asamali:DI dogrulama:AB kodu:NA onay:NA
    guvenlik:CD kimlik:NB dogrulayici:BD haneli:NI kod*:NA sms:NB cok:NA faktorlu:BC kod:NA kurtarma:NB
    yedek:ND yedekleme:DG veya:NA ya:NA da:NA
  `,
  el: `
    κωδικος:CD μιας:DG χρησης:DG κωδικο:CD δυο:CD παραγοντων:DK βηματων:CD επαληθευσης:AC επιβεβαιωσης:AG
    ασφαλειας:CD κωδικ*:CD ανακτησης:GJ εφεδρικ*:DJ εφεδρ*:DJ η:AC
  `,
  ka: `
    დადასტურების:AK კოდ*:AE ავთენტიკაციის:EK კოდი:AE კოდის:EK აღდგენის:AK ან:AE
  `,
  id: `
    kode:NB sekali:ND pakai:NG sandi:NA dua:ND faktor:NB langkah:AC verifikasi:NA otentikasi:NG
    autentikasi:NB keamanan:NC pemulihan:NB cadangan:ND atau:NA
  `,
  ms: `
    kod:NC pengesahan:NC keselamatan:NC dua:ND langkah:CD kata:NC laluan:NC sekali:NC pemulihan:NK
    sandaran:ND atau:NC
  `,
  vi: `
    2:NC ma:NC xac:CD thuc:CD minh:NC nhan:CD bao:NC mat:NC khau:CD mot:NC lan:NC dung:NC hai:NC yeu:NC
    to:NC buoc:DH khoi:DE phuc:CD du:NC phong:DJ sao:ND luu:DE hoac:CD
  `,
  ja: `
    2:ND ワンタイム:DI 認証コード:DI 確認コード:BC 検証コード:DI セキュリティ:CD コード:BC 二要素:IK 要素:BD 二段階:CD 段階:CD 多要素:BI 認証アプリ:BD
    桁:GI の:AB 認証:BC 番号:BC 確認:AB 多段階:CG パス:AB リカバリ:KM 回復:DI バックアップ:DG 復旧:BI または:AC もしくは:AC
  `,
  zh: `
    验证码:BC 驗證碼:CD 动态:IK 码:AB 口令:GJ 密码:AB 動態:IJ 密碼:AC 一次性:DF 双重:KO 雙重:IK 两步:CD 兩步:CD 双因素:KL 雙因素:HK 两:CD
    因素:CD 校验:GO 身份验证器:FI 身分:DE 驗證器:DI 验证代码:DO 確認:AC 碼:AC 确认码:BK 安全:CD 认证:CE 認證:CE 多因素:CF 双:GK 因子:IK 雙:GH
    兩步驟:CD 驗證:AC 代碼:CD 短信:BC 代码:BC 令牌:EG 恢复:BD 恢復:DG 备用:DI 備用:DI 备份:DG 備份:GI 还原:GJ 復原:DG 或:AB
  `,
  ko: `
    일회용:DI 인증:AB 코드:BC 번호:AB 확인:AB 보안:CD 2단계:CD 이중:KO 2차:MO 앱:AB 자리:GI 복구:BD 백업:DG 또는:AB
  `,
  th: `
    รหัสยืนยัน:BD รหัส:AB ผ่าน:AB แบบ:BD ใช้:AB ครั้ง:AB เดียว:DG สองขั้นตอน:DI สอง:DG ปัจจัย:DI ความ:AB
    ปลอดภัย:DE โค้ด:IK กู้คืน:BG สำรอง:DG หรือ:AB
  `,
  hi: `
    सत्यापन:DE कोड:DE वन:DE टाइम:DK प्रमाणीकरण:DK दो:DE चरण*:DK सुरक्षा:DK बैकअप:DK या:DE
  `,
  ar: `
    رمز:CD التحقق:AC كود:DG المصادقة:CD لمرة:CD واحدة:DG الأمان:DG التأكيد:AC بخطوتين:CD ثنائي*:GI
    الثنائي*:GI الرمز:CD احتياطي:DG الاحتياطي:DG استرداد:IK او:AC أو:AC
  `,
  fa: `
    رمز:AC یکبار:DI مصرف:AD کد:CD تایید:AC تأیید:AC احراز:CD هویت:CD دو:CD مرحله*:CD عاملی:IK بازیابی:IJ
    کدهای:DI پشتیبان:CD یا:AC
  `,
  he: `
    קוד:BC אימות:AB חד:AB פעמי:AC סיסמה:AC פעמית:CH דו:AB שלבי:CD אבטחה:CD שחזור:BC קודי:DK גיבוי:DG או:AB
  `,
};

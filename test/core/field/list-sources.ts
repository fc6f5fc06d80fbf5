/**
 * Where the words of the lists stand besides that are kept for all languages together: as in `word-sources.ts`, and made the same
 * way. A phrase is told of in one language that has all its words.
 */

/** By language: a word of a phrase as it is written there, a colon, the letters of two products. */
export const attestedPhrases: Readonly<Record<string, string>> = {
  en: `
    delivery:VW deliver:VG shipping:Vd billing:VD city:Va town:Va state:VW district:Va street:VZ address:CV
    authenticator*:BV authenticat*:BC app*:BC auth:CW app:BU 2fa:Zh two:VW factor:BV security:CU google:BU
    auth*:BC code:TB generator:Va token:VW free:VW otp:ZF authy:IK generated:CV by*:TC from:TC your:BC the:TB
    by:TC in:BC hardware:Va phone:BC call:VW calling:Ya you:TB called:Va hear:TV voice:VY email*:BC e:CV
    mail*:VW mailed:r1 inbox:VW mailbox:WE mail:VW posta*:UV post:VW resend*:BC re:CU send:BC again:TC it:BC
    another:CU a:TB new:BV request:CV get:TC email:BC me:VW didn:VW t:CU receive:VW did:CV not:TC haven:Va
    received:VW don:CV check:CU spam:VW folder:VW qr:VD code*:TB scan:VW scanned:VW scanning:VW scans:Va
    bar:VW barcod*:hk scanne*:VW sent:BC been:CV we:BC emailed:BK texted:B1 da:aE gui:Ed setup:BV key:VW
    set:VW up:BC secret:WD shared:VW manual:WZ entry:VW enter:TB this:CU manually:VW can:CV cannot:VW
    unable:UV to:TB finish:VW complete:CV enabling:VW factor*:BV enable:VW activate:VW authenticator:BV add:BU
    an:TC configure:VW enroll*:CV in*:BC multi:BV register*:VW install:VW download:VW sms:BC text:BV
    message*:BV number:BC mobile:CV ending:UV date:UV of:CU birth:WE birthday:bc social:Va pin:UV confirm:BV
    card:UV credit:UV debit:Va name:BU on:BC holder:de cardholder:UV expir*:TC expiration:UD mm:UV yy:UV
    cvv:Uo cvc:VD characters:CU shown:CV letters:CV numbers:CV digits:UW see:CV image:TV picture:VW above:CV
    words:VW type:BU sum:VZ solve:CV prove:VY are:CU human:VD that:UV de:Wa l:VD cid:hl verif*:TB back:BV
    verification:TC value:VW coupon:jo coupons:Vo promo:VD promotion*:Vk discount*:VD voucher*:de gift:Va
    offer:Va promo*:VD invite:VD invitation:VW referral:12 registration:Da affiliate:n1 access:VW id:VW
    enrollment:Dh enrolment:Va join:VD beta:Va product:VX cd:hI friend:VE d:CV refresh:VW api:VW lifetime:VE
    lifespan:12 url:VW endpoint:Da public:CV private:VD ssh:hG client:VW consumer:VD site:VD encryption:VW
    webhook*:ZI device:CU csrf*:HI keyword*:VW redirect*:VW callback*:aE personal:VW deploy:Ip for:CV user:CV
    tv:Vh pairing:Va pair:VW zip:VD codes:VD postal:UV bank:Va branch:Za sort:VW bic:de iban:Vd routing:Ed
    account:BC reference:VW sku:Xj item:VW tracking:VZ order:VW tax:Xd fiscal:de source:UV html:VW embed:VZ
    color:VW colour:VW hex:Va isin:dh status:VW error:UV booking:V1 imei:cl country:VW area:VW dial:bc
    dialing:12 region:Va language:VW currency:VX airport:V1 screen:VW other:UV displayed:VW provided:VW
    meeting:VW room:VW game:VW username:BC userid:WE login:CV customer:VX company:VD organisation*:VW
    organization*:WD person:VW member:VD membership:VI agent:VW partner:aE school:Va class:Va store:VW
    passport:V1 national:VE birth*:BW first:CV last:CU full:VW surname:Da no:CV telephone:VE profile:BV
    nickname:BV employee:dM student:12 serial:VZ quantity:Da qty:dj confirmation:BV reservation:Vh model:VZ
    part:CV activation:Va license:Wc licence:Va prefix:Za locale:VW time:CV zone:WD county:Va province:Va
    swift:Ed pan:aE amount:VW search:VW comment:VZ comments:VW question:CV answer:VW current:VW password:BC
    change:BC old:VW create:BC cap:Vd redeem*:12 timeout:VW bearer:DZ password*:BC pass:Vb word:VW sec:Va
  `,
  es: `
    direccion:SA ciudad:SV aplicacion:SA de:SA autenticacion:SB app:AV autenticador*:VD llamada:VW correo*:SA
    reenviar:SA volver:BV a:SA enviar:SB no:SA recibiste:VD has:VD recibido:VW escane*:SV codigo:ST barras:VW
    enviado:SA enviamos:Dk hemos:SB clave:AV secreta:AW telefono:SB celular:Mn movil:SC fecha:SA nacimiento:SW
    numero:SB tarjeta:SU titular:SU la:SA imagen:TV texto:BC caracteres:AB carta:Va di:Wb credito:SU
    promocional:Vk descuento:Vd cupon:Sq regalo:Sa invitacion:VW postal:SU producto:VX pais:SV area:VZ do:VW
    cliente:SA usuario:SA activacion:VZ banco:SV buscar:SV contrasena:SA acceso:AC seguridad:SC
  `,
  pt: `
    endereco:SA cidade:SV aplicativo:SA autenticador:BV de:SA autenticacao:SB aplicacao:SA ligacao:CV nao:SA
    recebeu:CV enviar:SA novamente:SA enviou:Va chave:SA secreta:AW telemovel:SV cep:SU telefon*:SB data:SA
    nascimento:SB numero:SB do:SA cartao:SU codigo:ST da:SA imagem:TV caracteres:AC texto:BV cupom:Sd cupao:Sq
    referido:dh convite:VW indicacao:Va produto:VX ativacao:VZ senha:SA palavra:SA passe:SA seguranca:SC
  `,
  it: `
    indirizzo:SA citta:SV autenticatore:VD app:SA di:SA autenticazione:SA chiamata:VW posta:CV elettronica:CD
    reinvia*:WD invia:SA nuovo:SA non:SA hai:SA ricevuto:AV codice:SA a:SA barre:VZ scansion*:SV inviato:SA
    abbiamo:SA chiave:AV segreta:WD cellulare:SW data:SA nascita:SW numero:SB della:SA carta:SU titolare:SU
    dell:SA immagine:TV caratteri:AC che:SA vedi:VW sconto:Vd promozionale:Vk invito:VW postale:SV fiscale:dg
    prodotto:VZ articolo:VW cliente:AV utente:SA attivazione:Va prefisso:SZ parola:VW sicurezza:SC
  `,
  de: `
    strasse:Sa authentifizierungs:CV app:SA authentifikator*:BD aus:SA der:SA rufen:ST sie:SA an:SA erneut:SA
    senden:SB neu:SA nochmals:aK nicht:SA erhalten:CV keinen:AV code:ST pas:SA recu:af send:SB igen:SA cod*:ST
    de:SA bare:VW strichcode*:h1 *scannen:SV quet:eh ma:SA gesendet:SA *geschickt:Ca zugesandt:Kr par:SV
    einrichtungs:Ed schlussel:AV geheim*:AD schlussel*:AV telefonnummer:SB mobilnummer:MR rufnummer:VE
    telefonnumm*:SB geburtsdatum:SB geburtstag:bc kartennummer:SU karten:SU inhaber:VZ zeichen:AC dem:SA
    bild:ST im:SA ein:SA pruf*:UV kreditkart*:SU pruf:UV ziffer:SV nummer:SB gutschein*:SV rabatt*:Vd
    aktions:Wa geschenk*:SV rabat*:Vd empfehlungs*:12 einladungs*:VE plz:SD postleitzahl:SU cod:ST postal:Va
    kod:Wa codi:VK bankleitzahl:Sd kontonummer:Sa produkt:SV kod*:Wa produktu:Ik lang:SA landesvorwahl:SE
    lander:ac land:SV benutzer*:SA kunden*:SV mitarbeiter*:Vd kund:SV artikel*:VW bestell*:SV auftrags*:de
    aktivierungs*:bE *vorwahl:SE suche:SV suchen:SV oauth*:AZ passwort*:SA kennwort*:WZ mot:Va passe:VW
    sicherheits:SA
  `,
  sv: `
    ville:Va autentiserings:BC app*:SB epost:AW skicka:SA igen:SA send:VW pa:SA nytt:AB skann*:SV kare:VW
    kod*:ST streckkod*:hi skickat:AB skickades:VW skickats:CV fodelsedatum:SE kortnummer:SU bon:aE d:SA
    achat:aO vale:VW presente:VW presentkort:Sk kampanj:Vk kod:ST kupon*:SV inbjudnings*:VE postnummer:SU
    postnumm*:SU postkod*:BV posta:SB kode*:ST kode:ST pos:SB vin:Vh land:SV landskod:SE anvandar*:SA
    klient*:VW atm:VW pin:SV losenord:SA sakerhets:SC
  `,
  fr: `
    authentificateur:Da application:SA d:SA authentification:SB appel:VW telephonique:Vc courriel:CW
    renvoyer:SA code:ST barre*:TV codes:VD barres:VW envoye:SA envoyes:VW envoyee:VW avons:BC cle:AV
    secrete:AV numero:SB de:SA telephone:SB votre:SA date:SA naissance:SB carte:SU titulaire:SU la:SA
    caracteres:AB l:SA image:TV recopiez:H1 visibles:VZ bancaire:SU reduction:Vk avantage:Jm cadeau:Sa pays:SV
    client:SA identifiant:SA utilisateur:SA commande:VW indicatif:E1 recherche:SV rechercher:VW
    cryptogramme:U1 parole:bn securite:SC
  `,
  nl: `
    authenticatie:SC app*:SB verificatie:SA oproep:YE opnieuw:SA verzenden:SC versturen:BV sturen:SA niet:SA
    ontvangen:AT *gestuurd:SB verzonden:SA verstuurd:AB geheime:WD sleutel:AV telefoon*:SB geboortedatum:SW
    kaartnummer:SU tekens:AC uit:ST de:SA afbeelding:TV kortings*:Vd actie:SA code:ST waarde:VW bon:Sa gave:VW
    kort:VW referrer:ar uitnodigings*:VE ma:SA buu:Vh gebruiker*:SA klant*:SV activatie*:hM zoeken:SV
    wachtwoord:SA beveiligings:SC
  `,
  da: `
    godkendelses:CV app*:SA autentifikator*:aG stregkode*:hi har:SA sendt:SA til:SA pasta:AV indekss:iO
    adgangskode:SA sikkerheds:SC kode:SA
  `,
  fi: `
    todennussovellu*:Dk sahkoposti*:SA laheta:SA uudelleen:SA gui:Va lai:SC viivakoodi*:hk lahetimme:CJ
    lahetetty:SA puhelin*:SC tekstiviesti*:CV kortin:SU numero:SC alennus*:Vd lahjakort*:Sh kampanja:Vk
    koodi:ST kutsu:VW postinumero:SU tuote:VZ salasana:SA turva:SC
  `,
  pl: `
    aplikacj*:SA uwierzytelnia*:SB post*:SV elektronicz*:de wyslij:SB ponownie:SA nie:SA otrzyma*:CV
    *skanuj*:SV wyslalismy:BC wyslano:SA wyslany:SA przeslany:VZ tajny:Eh klucz:AV telefonu:SB data:SA
    urodzenia:SB numer:SB karty:SU kod:ST z:SA obrazka:Td znaki:CV karta:SU platnicz*:SV zaproszen*:VW
    polecaj*:a1 pocztowy:SU kraju:SV szukaj:SV haslo:SA bezpieczenstwa:CU
  `,
  cs: `
    overovaci:SA aplikac*:SA autentizacni:WD odeslat:SC znovu:SA poslat:SC *skenuj*:VW *skenov*:SV odeslali:SV
    zaslali:CJ zaslan:ZK poslali:CJ poslan:Er tajny:AW klic:AV datum:SA narozeni:SW cislo:SC karty:SU kod:ST
    z:SA obrazku:TV slev*:Vd pozvank*:VD smerovaci:SU posta:Wa kodu:SV hledat:SV psc:SV heslo:SA
    bezpecnostni:SU
  `,
  hu: `
    hitelesito:BC alkalmazas*:SB ujrakuldes:CW vonalkod*:hi olvassa:SV be:SA elkuldtuk:CD kuldtunk:AB
    kuldott:SV telefonszam*:SB kedvezmeny*:SV meghivo*:VW iranyitoszam:SU jelszo:SA
  `,
  tr: `
    kimlik:BC dogrulayici*:BV dogrulama:AT uygulama*:BC tekrar:AT gonder:BC yeniden:TB barkod*:hi tarayin*:VD
    gonderildi:AC gonderdik:BC gonderilen:VW gizli:VW anahtar:VW dogum:BW tarihi:VW kart:VZ numarasi:BC
    resimdeki:TV numara*:BC indirim*:Va promosyon*:Vk davet:VW kodu:AT ulke:VW guvenlik:CV
  `,
  id: `
    aplikasi:AB autentikator*:Da surel:Za kirim:AB ulang:AT pindai:VW dikirim:AV mengirim:BC nomor:BC
    telepon:BC ponsel:Va kode:TB undangan:VW referral:12 kata:AB sandi:AB
  `,
  vi: `
    ung:VD dung:CV xac:TC thuc:TC ma:TC vach:Vh dien:CV thoai:CV gioi:VD thieu:VD mat:CV khau:CV
  `,
  ru: `
    аутентификатор*:DZ приложени*:SA для:SA аутентификации:BC приложения:SA проверки:BV подлинности:VE
    звонок:Yb отправить:SA повторно:SV снова:TV еще:AB раз:SA не:SA пришел:VE код:SA штрих:Za код*:SA
    отправлен*:SA отправили:BC выслан*:JK дата:SA рождения:SW номер:SB карты:SU символы:CV с:SA картинки:Vc
    изображения:TV цифры:SC промокод*:Vk купон*:SV скидк*:Vd подарочн*:Sk приглашения:VW почтовый:SU индекс:SU
    товара:Vd страны:SV логин:WY имя:SA пользователя:SA активации:Wa поиск:SV пароль:SA безопасности:SC
  `,
  uk: `
    автентифікатор*:aG дзвінок:bE надіслати:AV ще:AC раз:AC повторно:BC *скануй*:VD *сканув*:VD надіслали:CV
    надіслано:AC відправили:BC повідомленн*:AB знижк*:Vd поштовий:Va індекс:VZ код:TB країни:bE пошук:VY
  `,
  bg: `
    удостоверител*:VD почт*:VZ имейл:CV не:AT получили:DG *сканир*:VD изпратихме:AC изпратен*:AC секретн*:Eh
    ключ*:AV код:AT с:AC картинки:Zh изображения:VZ текст:VZ з:Va символи:CV пощенски:Va парола:AC
  `,
  ja: `
    認証アプリ:BD 認証:ST システム:VW 信箱:EP メール:SA 再送:SA 届かない:VK スキャン:SV バーコード:hi 送信しました:AB 送信された:SV 届いた:VY お送りしました:CK
    シークレットキー:DE 秘密鍵:VW ショート:VW メッセージ:BV 電話番号:SB 携帯:SV 生年月日:SI カード番号:SU 画像:TV に:SA 表示:BC の:SA 文字:AC 表示された:VY
    刷新:Vr 換:VW クーポン:SV 割引:Vd ギフト:Sk プロモーション:Vk 招待:VW コード:ST 紹介:Va 郵便番号:SU 注文:Va 番号:SB 区:SV 号:SB 国:SV ユーザー:SA
    会員:n1 お客様:SV 商品:Vd 検索:SV パスワード:SA セキュリティ:SC
  `,
  zh: `
    验证器:VD 驗證器:VD 语音:Va 电话:SB 邮件:SA 郵件:SA 邮箱:SB 郵箱:WE 重新发送:SC 重新發送:CD 重新获取:aJ 重发:AB 没收到:VI 二维码:SV 二維碼:12 扫描:SV
    掃描:SV 条形码:hi 條碼:Zd 已发送:AC 已發送:cI 发送到:SC 發送至:IM 发送至:SV 密钥:VD 密鑰:WY 短信:BC 簡訊:CV 手机:SC 手機:SC 出生日期:SE 卡号:SU
    卡號:SU 看不清:12 换一张:12 点击:AV 刷新:CV 验证码:ST 驗證碼:ST 图形:VZ 圖形:VW 图片:VD 圖片:TV 信用卡:SU 优惠:SV 優惠:SV 折扣:Vd 折價:12 兑换:Sd
    码:SA 礼品:SV 邀请:VD 邀請:VW 碼:SA 推荐:VZ 推薦:VZ 邮编:Vc 邮政编码:SU 郵遞區號:SU 国家代码:Sb 用户名:AB 帐号:AC 账号:SA 产品:SV 订单:Va 激活:AC
    搜索:SV 密码:SA 密碼:SA 安全:SC
  `,
  ko: `
    인증:SA 앱:SA 인증기:VD 이메일:SA 메일:SA 다시:SA 보내기:SB 재전송:SA 받기:TV 스캔:SV 바코드:dh 전송되었습니다:AC 전송된:SC 보냈습니다:Va 발송:Zi
    비밀:SA 키:SA 문자:BC 휴대폰:SB 전화:SB 생년월일:SB 카드:SU 번호:SA 그림의:hi 이미지의:Va 자동:SC 입력:SA 방지:VZ 보안:SC 쿠폰:SV 할인:Vd
    프로모션:Vk 기프트:Sk 초대:VD 추천:Va 우편번호:SU 국가:SV 코드:ST 아이디:AB 회원:AB 상품:Vd 검색:SV 비밀번호:SA
  `,
  ar: `
    تطبيق:AU المصادقة:CV بريد*:AC البريد:AC إعادة:AT ارسال:AC اعادة:AT إرسال:AC امسح:aE مسح:VD *باركود:hk
    تم:AT ارسلنا:AC رسالة:AC نصية:CV هاتف*:CV *كوبون:q1 قسيمة:di خصم:Vd رمز:CU الدعوة:VD الرمز:TC البريدي:UV
    بحث:VY كلمة:AC المرور:AC
  `,
  he: `
    אפליקציית:BU אימות:AT האימות:TC מייל:AC אימייל:AB דואר:VZ אלקטרוני:Va שלח:AB שוב:AT שליחה:VZ חוזרת:Va
    סרוק:DZ סרקו:12 סריקת:Va ברקוד:k1 שלחנו:ZJ נשלח:AC הודעת:BV טקסט:BV טלפון:BV קופון:iq קוד:TB הזמנה:VD
    מיקוד:UV סיסמה:AV
  `,
  th: `
    แอปยืนยัน:Ik อีเมล:AB ส่งอีกครั้ง:VD ส่งใหม่:VD สแกน:VD บาร์โค้ด:hi ส่งไปยัง:BV ได้ส่ง:BV มือถือ:Va
    โทรศัพท์:BV คูปอง:Vi ส่วนลด:Vi รหัสไปรษณีย์:UV รหัสผ่าน:AB
  `,
  el: `
    εφαρμογη:SA ελεγχου:CV ταυτοτητας:SC επαληθευσης:SA ηλεκτρονικο:VZ ταχυδρομειο:VZ εκ:SA νεου:SA
    αποστολη:SC επαναποστολη:CW σαρωσ*:SV γραμμωτ*:hi στειλαμε:Ck εσταλη:WD απεσταλη:Da κινητο:CW τηλεφων*:SC
    ταχυδρομικος:SU κωδικας:SU κωδικος:SC προσβασης:SA
  `,
  ro: `
    aplicatia:SA de:SA autentificare:SC retrimite:AC trimis:SA am:SC telefonul*:VD telefon:SC numara*:VZ
  `,
  lt: `
    autentifikavimo:CV program*:AC *skenuok*:Zk bruksnin*:hi issiunt*:CV pasto:AC kodas:CV slaptazodis:AC
  `,
  sr: `
    пошт*:AV смс:Eh телефон*:Va поштански:Va број:Va индекс:Va лозинка:AV
  `,
  fa: `
    ایمیل:CV ارسال:AC مجدد:TC اسکن:VD بارکد:k1 شد:AT شده:AT پیامک:DE موبایل:Ca کد:TC تخفیف:Va دعوت:VD پستی:Va
    رمز:AC عبور:CD
  `,
  hi: `
    ईमेल:VD स्कैन:VD भेजा:VD मोबाइल:Va फोन:VD कूपन:VD पिन:TV कोड:TV पासवर्ड:VD
  `,
  hr: `
    *skenir*:SV upi:Sn pin:SV postanski:SV broj:SC lozinka:SA
  `,
  ca: `
    codi:TC de:AT barres:VW contrasenya:AC
  `,
  no: `
    *skene*:aE strekkode*:hi invitasjons*:Vh bruker*:SA passord:SA sifre:SU sikkerhets:SC kode:ST
  `,
  lv: `
    svitrkod*:h1 nosutij*:CV
  `,
  et: `
    vootkood*:i1 saatsime:CJ postiindeks:cE parool:CV
  `,
  eu: `
    eskane*:aE barra:aE kode*:Ta bidali:AY dugu:Aa pasahitza:AY
  `,
  ka: `
    *შტრიხკოდ*:h1 *სკანერ*:Zh საფოსტო:Za კოდი:AT
  `,
  sk: `
    odoslali:VW opiste:Va kod:ST
  `,
  sl: `
    postna:SA stevilka:SA geslo:SA
  `,
  ms: `
    poskod:Va
  `,
};

/** The same for the beginnings of words that are looked for in pages as they are, one word of each after the other. */
export const attestedStems: Readonly<Record<string, string>> = {
  en: String.raw`
    now\b:CV off:TV is\b:BC be\b:CU turned\b:Va switched\b:VD disabled:VW deactivated:ab enable\b:VW it\b:BC
    again:TC no\b:CV longer\b:VW protected:TV invalid:CV not\b:TC valid:UV incorrect:VW wrong:CU expired:TC
    failed:TC try\b:TC too\b:CV many:CV locked:VW error:UV could\b:CU not:TC cannot:VW unable:UV enabled:CV
    activated:Da success:VW on:BC active:VW verified:TB all\b:CV set:BV support\b:CV case:CV recover\b:VW
    your\b:BC account:BC account\b:BC recovery:BV lost\b:VW device:CU cannot\b:VW access\b:VW my\b:UV
    contact\b:BC support:CU our\b:CU technical\b:CV cancel:TU close:CV dismiss:BV back\b:BV go\b:VW back:BV
    now:CV later:TC recover:BV back-?\s?up:VW scratch:ek emergency:K1 fa[ck]tor:BV one.?time:VD verif:TB
    auth?ent:BC c[oó]d:TB token:VW pin\b:UV answer:VW challenge:TC
  `,
  de: String.raw`
    deaktiviert:SV ausgeschaltet:cE ungültig:SA falsch:SA abgelaufen:SA fehler:SA erneut\b:SA versuchen:ST
    erfolgreich:SA aktiviert:CV eingeschaltet:Va eingerichtet:VD bestätigt:AB kontowiederherstellung:IK
    support\b:CV kontaktieren:CV abbrech:ST schließen:SV schliessen:mP zur[uü]ck:AB sp[aä]ter:AT annul:Wh
    wiederherst:VW herstel:Va einmal:SV k[oó]d:Wa
  `,
  fr: String.raw`
    désactivé:SA invalide:AB erroné:Va expiré:SA réessay:SA succès:WD activé:CV réussi:SA récupération\b:BV
    de\b:SA compte:SA récupérer\b:VW votre\b:SA contacter\b:AC le\b:SA support:VW fermer:SV plus\b:TB tard:TB
    secours:aI r[eé]cup:BV
  `,
  es: String.raw`
    desactivad:SA deshabilitad:WD inválid:AB caducad:SV expirad:AT non\b:aK valido:ab éxito:AC activad:CV
    habilitad:VW recuperar\b:VW tu\b:SA cuenta:SA su\b:SA cerrar:SA volver:BV ahora\b:SA no:SA
  `,
  pt: String.raw`
    desativad:SA tente\b:SA novamente:SA sucesso:AV ativad:CV recuperar\b:VW sua\b:SA conta:SA voltar:BV
    fechar:SC agora\b:SC n:SA mã:Va
  `,
  it: String.raw`
    disattivat:SV disabilitat:VW errato:CV scadut:SA riprova:SA successo:AC attivat:VD abilitat:CV
    recupera\b:Ya il\b:SA tuo\b:SA account:SA chiudi:SV indietro:VW
  `,
  nl: String.raw`
    uitgeschakeld:SW ongeldig:SA onjuist:SV verlopen:SA ingeschakeld:DZ geactiveerd:CV gelukt:SV retour:Va
    sluit:SB terug:SB
  `,
  pl: String.raw`
    wyłączon:SV nieprawidłow:SA błędn:AV wygasł:SA pomyślnie:VW włączon:CV anuluj:ST zamknij:SV wstecz:VY
    zapasow:VW
  `,
  bg: String.raw`
    отключен:Vh неверн:dK недейств:aG включен:CV отмен:VZ
  `,
  ru: String.raw`
    выключен:Wb закрыт:SA восстанов:BC
  `,
  uk: String.raw`
    вимкнен:VZ невірн:AB успішн:AV увімкнен:VZ скасув:TV закрити:VD
  `,
  tr: String.raw`
    devre\b:VW dışı:VW kapatıldı:VW geçersiz:AB hatalı:AC başarı:AT etkinleştirildi:CV iptal:AV kapat:CV
  `,
  ja: String.raw`
    無効に:SV オフに:Va 無効:SA 正しくありません:SA 期限切れ:ST 有効:SC 成功:SC 完了:SC キャンセル:SA 閉じる:BV 戻る:BV 取消:VZ リカバリ:VK コード:ST 認証:ST
  `,
  zh: String.raw`
    已关闭:AV 已停用:VZ 已關閉:VW 无效:SA 错误:SA 不正确:SA 過期:SA 启用:VD 啟用:AC 关闭:SA 關閉:SC 返回:VW 备用:VD 恢复:BV 復原:VW 码:SA 碼:SA
    口令:VE
  `,
  ko: String.raw`
    비활성화:SA 해제:AV 잘못된:SA 올바르지:AV 만료:SA 활성화:SA 성공:SA 완료:SA 취소:SA 닫기:SV 뒤로:VZ 복구:BV 인증:SA 코드:ST
  `,
  sr: String.raw`
    истек:AV успешн:Aa назад:Va резервн:Va код:AT
  `,
  ar: String.raw`
    رمز:CU كود:Da
  `,
  fa: String.raw`
    کد:TC
  `,
  he: String.raw`
    קוד:TB
  `,
  el: String.raw`
    κωδ:ST
  `,
  ka: String.raw`
    კოდ:AT
  `,
  th: String.raw`
    รหัส:AT
  `,
  hi: String.raw`
    कोड:TV
  `,
};

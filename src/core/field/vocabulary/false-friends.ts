/**
 * Codes, and other things, that are not ours, by what they are for: a field that is called one of these wants no code of
 * ours. Data only, read by `vetoes.ts`, and written as in `sense.ts`.
 */
import type { Veto } from '../judgement.ts';
import { phrases } from './sense.ts';

type Lists = Readonly<Partial<Record<Veto, readonly string[]>>>;

/** What nothing that is ours is ever called, whatever else is said beside it. */
export const clearlyOther = {
  card: phrases(`
    cvv | cvc | cid number | card number | card code | card security | card verif* |
    credit card | debit card | card pin | security code on the back |
    back of your card | back of the card | on your card | verification value | karten pruf* |
    kreditkart* | pruf ziffer | pruf nummer | carte bancaire | carta di credito | codice carta |
    karta platnicz* | kart numara* | код карты | номер карты | 信用卡 | カード番号
  `),
  coupon: phrases(`
    coupon | coupons | promo | promo code | promotion* | discount* | voucher* | gift card | gift code |
    offer code | gutschein* | rabatt* | aktions code | geschenk* | code promo* | bon d achat |
    code de reduction | code avantage | carte cadeau | codigo promocional | codigo de descuento | cupon |
    tarjeta regalo | cupom | cupao | vale presente | codice sconto | codice promozionale | kortings* |
    actie code | waarde bon | presentkort | kampanj kod | rabat* | gave kort | alennus* | lahjakort* |
    kampanja koodi | kupon* | slev* | kedvezmeny* | indirim* | promosyon* | промокод* |
    купон* | скидк* | подарочн* | знижк* | 优惠 | 優惠 | 折扣 | 折價 | 兑换 码 | 礼品 | クーポン | 割引 | ギフト | プロモーション | 쿠폰 |
    할인 | 프로모션 | 기프트 | *كوبون | قسيمة | خصم | کد تخفیف | קופון | คูปอง | ส่วนลด | कूपन
  `),
  invitation: phrases(`
    invite | invitation | invite code | referral | referrer | registration code | affiliate |
    access key id | enrollment code | enrolment code | join code | beta code | product key | cd key |
    friend code | empfehlungs* | einladungs* | code d invitation | codigo de invitacion |
    codigo de referido | codigo de convite | codigo de indicacao | codice invito | uitnodigings* |
    inbjudnings* | invitasjons* | kutsu koodi | zaproszen* | kod polecaj* | pozvank* | meghivo* |
    davet kodu | kode undangan | kode referral | ma gioi thieu | код приглашения | 邀请 码 | 邀請 碼 | 推荐 码 | 推薦 碼 |
    招待 コード | 紹介 コード | 초대 | 추천 | رمز الدعوة | کد دعوت | קוד הזמנה
  `),
  keys: phrases(`
    access token | refresh token | api token | api key | api secret | token lifetime | lifespan |
    token url | token endpoint | public key | private key | ssh key | secret key | setup key |
    authenticator secret | client secret | consumer key | site key | encryption key | webhook* |
    device code | csrf* | keyword* | redirect* | callback* | personal access | deploy token |
    registration token | verification token for | name of the token | token name | key name |
    device user code | tv code | pairing code | pair code
  `),
  postal: phrases(`
    zip | zip code | zip codes | postal | postal code | post code | plz | pin code address | code postal |
    codigo postal | codice postale | cep | postleitzahl | postnummer | postnumm* | postinumero |
    kod pocztowy | cod postal | smerovaci cislo | postal kod | posta kodu | postkod* | iranyitoszam |
    codi postal | posta kode* | postanski broj | postna stevilka | pasto kodas | pasta indekss |
    postiindeks | kode pos | ma buu | poskod | почтовый индекс | поштовий індекс | пощенски код |
    поштански број | ταχυδρομικος κωδικας | 邮编 | 邮政编码 | 郵遞區號 | 郵便番号 | 우편번호 | الرمز البريدي | کد پستی |
    מיקוד | รหัสไปรษณีย์ | საფოსტო კოდი | पिन कोड
  `),
  bank: phrases(`
    bank code | branch code | sort code | bic | iban | routing | account number |
    bankleitzahl | kontonummer
  `),
  goods: phrases(`
    product code | reference code | bar code | sku | item code | tracking number | order number |
    tax code | fiscal code | codice fiscale | source code | html code | embed code | color code |
    colour code | hex code | isin | status code | error code | codigo de producto | codigo do produto |
    codice prodotto | codice articolo | produkt kod* | tuote koodi | kod produktu | код товара | 注文 番号 |
    booking code | booking reference | vin | imei
  `),
  place: phrases(`
    country code | area code | dial code | dialing code | calling code | state code |
    region code | city code | language code | lang code | currency code | airport code | code pays |
    landesvorwahl | lander code | codigo de pais | codigo de area | codigo do pais | land nummer |
    land kode | landskod | код страны | код країни | ulke kodu | kod kraju | 国家代码 | 区 号 | 국가 코드 | 国 番号
  `),
} as const satisfies Lists;

/** What a label begins with, or a name says, where nothing says better: each of these may stand in a sentence about our code. */
export const otherwise = {
  identity: phrases(`
    meeting code | meeting id | room code | game pin | game code | game id |
    user code | user name | username | user id | userid | login id | customer code | customer number |
    client code | client id | company code | organisation* | organization* | person code | member code |
    member id | membership | agent code | partner code | school code | class code |
    room code | game pin | store code | social security | passport | national id | id number |
    date of birth | birth* | first name | last name | full name | surname | email address |
    phone number | phone no | mobile number | mobile no | mobile phone | telephone | device name |
    profile pin | nickname | benutzer* | kunden* | mitarbeiter* | code client | numero client |
    identifiant | codigo de cliente | codice cliente | usuario | utente | utilisateur | gebruiker* |
    klant* | kund nummer | anvandar* | bruker* | klient* | логин | имя пользователя | 用户名 | 帐号 | 账号 |
    ユーザー | 会員 番号 | お客様 番号 | 아이디 | 회원 | customer | employee | student
  `),
  goods: phrases(`
    serial number | booking | quantity | qty | confirmation number | reservation | model number |
    part number | artikel* | bestell* | auftrags* | numero de commande | 商品 | 产品 | 订单 | 상품 |
    order number | order no | tracking number | product name | reference number
  `),
  invitation: phrases(`
    activation | activation code | aktivierungs* | activatie* | codigo de activacion |
    codigo de ativacao | codice di attivazione | code d activation | код активации | 激活 码 | license |
    licence | registration code
  `),
  place: phrases(`
    country | prefix | language | locale | currency | time zone | county | province | *vorwahl | prefisso |
    indicatif | region
  `),
  bank: phrases(`
    swift | pan | banco | amount
  `),
  search: phrases(`
    search | suche | suchen | recherche | rechercher | buscar | zoeken | szukaj | hledat | поиск | пошук |
    搜索 | 検索 | 검색 | بحث | comment | comments
  `),
  password: phrases(`
    security question | security answer | secret question | secret answer |
    current password | new password | confirm password | profile pin | change pin | new pin | old pin |
    current pin | confirm pin | atm pin | card pin | upi pin | create pin
  `),
  postal: phrases(`
    cap | psc | индекс
  `),
  card: phrases(`
    tarjeta | cartao | cryptogramme | card
  `),
  coupon: phrases(`
    gift | redeem*
  `),
  keys: phrases(`
    lifetime | lifespan | expir* | timeout | bearer | oauth*
  `),
} as const satisfies Lists;

/** The same by what programmers and banks call it. */
export const clearlyOtherNames = {
  card: phrases('cvv2 | cvn | csc | cc cid | cc csc'),
  bank: phrases('ifsc | bsb'),
  goods: phrases('pnr | gtin'),
} as const satisfies Lists;

/** What else is typed into a row of boxes, where what stands before it says so and speaks of no one-time code. */
export const alsoInBoxes = {
  identity: phrases(`
    date of birth | birth date | birthday | social security | geburtsdatum | geburtstag | date de naissance | fecha de nacimiento |
    data di nascita | data de nascimento | geboortedatum | fodelsedatum | data urodzenia | datum narozeni | dogum tarihi | дата рождения | 出生日期 | 生年月日 | 생년월일
  `),
  password: phrases('your pin | new pin | a pin | pin again | confirm pin | upi pin | your pin code'),
} as const satisfies Lists;

/** The same by what programmers and banks call it. */
export const otherwiseNames = {
  identity: phrases('ssn | dob'),
  bank: phrases('blz'),
  password: phrases('mpin'),
} as const satisfies Lists;

/** What names and ids say so, and labels only in passing. */
export const onlyNames = {
  search: phrases(`
    q | s | keyword | keywords | query | filter | subject | body | content | text area | tags | title |
    url | uri | website | domain | host | busca | cerca | sok | find | message | amount | notes |
    description | tag
  `),
  identity: phrases(`
    customer id | company | tenant | organization | org | staff | department | birthday | dob | gender |
    age | first | last | firstname | lastname | fname | lname | city | street | address
  `),
  bank: phrases(`
    amount | price | total
  `),
  invitation: phrases(`
    sponsor | refer | ref code | refcode
  `),
  goods: phrases(`
    order | tracking | reference | serial | product | bib | ean | upc
  `),
} as const satisfies Lists;

/** A captcha, by what it is called. */
export const captchaNames = phrases(`
  captcha* | *captcha | security image | image code | image verif* | img code | img verif* |
  picture code | pic code | visual verif* | human verif* | anti spam* | antispam* | antibot* | anti bot* |
  not a robot | seccode | yzm | kaptcha | verify image | verif* image
`);

/** The same as pages in other scripts say it. */
export const captchaWords = phrases('图形 | 圖形 | 图片 | 圖片 | 画像 認証 | 자동 입력 방지 | 보안 문자');

/** How a captcha is explained. */
export const captchaInstructions = phrases(`
  characters shown | letters shown | numbers shown | digits shown in the | characters you see |
  letters you see | numbers you see | code shown in the image | code shown in the picture |
  code shown above | code in the image | code in the picture | code from the image | code from image |
  code from the picture | text from the image | text in the image | words in the image |
  characters in the | characters from the | letters in the | characters above | letters above |
  code you see | text you see | type the characters | type the letters | type the text |
  enter the characters | enter the letters | enter the text you | sum of | solve the |
  prove you are human | prove that you are | zeichen aus dem bild | code aus dem bild | zeichen im bild |
  zeichen ein | caracteres de l image | recopiez | code de l image | caracteres visibles |
  codigo de la imagen | texto de la imagen | caracteres de la imagen | codigo da imagem |
  caracteres da imagem | texto da imagem | codice dell immagine | caratteri dell immagine |
  caratteri che vedi | tekens uit de afbeelding | kod z obrazka | znaki z obrazka | kod z obrazku |
  opiste kod | resimdeki | код с картинки | символы с картинки | код с изображения |
  символы с изображения | цифры с картинки | текст с картинки | код з картинки | символи з | 看不清 | 换一张 | 点击 刷新 | 画像 に 表示 | 画像 の 文字 | 表示された 文字 | 그림의 | 이미지의
`);

/** What a picture beside the field calls itself where it is a captcha. */
export const captchaPictureNames = phrases(`
  captcha* | *captcha | verif* | vcode | verify code | valid* code | validate* | validation | check code |
  auth code | authimg | auth img | authimage | code | security* | seccode |
  secur image | random* | rand | yzm | imgcode | code img | image code | codeimage
`);

/** And how it is told what to do where it can't be read. */
export const captchaPictureWords = phrases('验证码 | 驗證碼 | 点击 | 看不清 | 刷新 | 換');

/** A code that another device shows, to connect it. */
export const otherDevice = phrases(`
  on your tv | on the tv | on tv screen | on your other device |
  shown on your device | displayed on your device | provided by your device | shown on the device |
  displayed on the device
`);

/** What a password is called; beside it, characters that are hidden as they are typed are no one-time code. */
export const passwordWords = phrases(`
  password* | passwort* | kennwort* | mot de passe | contrasena | clave de acceso | senha |
  palavra passe | wachtwoord | losenord | haslo | heslo | passord | adgangskode | salasana | jelszo |
  parola | sifre | kata sandi | mat khau | lozinka | geslo | slaptazodis | parole | parool | contrasenya |
  pasahitza | κωδικος προσβασης | пароль | парола | лозинка | 密码 | 密碼 | パスワード | 비밀번호 | كلمة المرور |
  رمز عبور | סיסמה | รหัสผ่าน | पासवर्ड | pass word
`);

export const passwordNames = phrases('pwd | passwd | user pass | login pass');

/** Names of fields for where a code is sent, or to whom: there the label may well speak of codes. */
export const contactNames = phrases(`
  mobile | phone | tel | cell | email | e mail | mail | login | user | username | msisdn | phone number | mobile number | mobile no
`);

/** What a post code is called in some countries. */
export const pinOfAddress = phrases('pin code');

/** What the code on a card is called, and one-time codes are too. */
export const securityCodes = phrases(`
  security code | sec code | verification number | sicherheits code | code de securite | codigo de seguridad | codigo de seguranca | codice di sicurezza |
  beveiligings code | sakerhets kod | sikkerheds kode | sikkerhets kode | turva koodi | kod bezpieczenstwa | bezpecnostni kod | guvenlik kodu |
  код безопасности | セキュリティ コード | 安全 码 | 安全 碼 | 보안 코드
`);

/** What stands beside it where it is a card's. */
export const besideCards = phrases(`
  card number | credit card | debit card | name on card | card holder | cardholder | expir* date | expiration | mm yy | cvv | cvc | kartennummer |
  karten inhaber | numero de carte | titulaire de la carte | numero de tarjeta | titular de la tarjeta | numero do cartao | numero della carta |
  titolare della carta | kaartnummer | kortnummer | kortin numero | numer karty | cislo karty | kart numarasi | номер карты | カード番号 | 卡号 | 卡號 | 카드 번호
`);

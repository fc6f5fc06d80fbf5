import type { ProviderProfile } from './profile.ts';

/** "2FA" of CryptoCloud: password and button in one form, and no recovery codes, for the key itself is the backup. */
export const cryptocloud: ProviderProfile = {
  id: 'cryptocloud',
  name: 'CryptoCloud demo',
  likeness: 'CryptoCloud',
  source: 'CryptoCloud’s “2FA”',
  front: {
    title: 'A payments account whose key is its only backup',
    lead: 'Enable two-factor authentication with your password, store the manual setup code, and move to another device with it.',
  },
  issuer: 'standard',
  policy: {
    recovery: null,
    regenerate: false,
    replace: false,
    onRecoveryUse: 'spend',
    afterEnable: 'stay',
    mailMethod: false,
    supportCases: true,
  },
  nav: { layout: 'tabs', profile: 'Settings', details: 'Profile', security: 'Security' },
  enable: {
    about:
      'In addition to entering your password, 2FA requires you to prove your identity with a unique code that is generated on your mobile device.',
    hint: null,
    button: 'Enable two-factor authentication',
    password: 'same-form',
    methods: null,
  },
  password: {
    title: 'Confirm that it is you',
    about: 'Enter your password to change your security settings.',
    label: 'Password',
    submit: 'Confirm',
  },
  setup: {
    title: 'Two-factor authentication',
    container: 'window',
    scan: 'Next, go to the Google Authenticator mobile app and scan the QR code.',
    enter: 'Enter the displayed 6 digits to confirm successful setup.',
    label: 'Six-digit code',
    input: 'single',
    qr: 'img-svg-data',
    qrDelayMs: 0,
    key: {
      show: 'first-class',
      title: 'Manual setup code',
      about:
        'Store it in a secure place. It may be required if you lose your device or when transferring the authenticator app.',
    },
    hint: 'If you use any other application for two-factor authentication, an error may occur when you enter the code. To solve the problem, enable time synchronization with Google. This feature is usually available in the settings of 2FA applications.',
    submit: 'Confirm',
    cancel: 'Cancel',
    refused: null,
  },
  backup: null,
  signIn: {
    prompt: 'Enter the six-digit code that is generated in the Google Authenticator app.',
    label: 'Six-digit code',
    submit: 'Log in',
    backupLink: '',
    recoverLink: '',
    cancel: 'Cancel',
    refused: null,
    malformed: null,
  },
  manage: {
    place: 'own-page',
    button: 'Disable two-factor authentication',
    password: 'prompt',
    regenerate: null,
    replace: null,
    disable: 'Disable two-factor authentication',
  },
  lost: {
    kind: 'contact',
    title: 'I cannot access my device with two-factor authentication',
    text: 'If you have two-factor authentication connected to your account and you can’t log in, contact our technical support. We will try to solve your problem.',
    link: 'Contact technical support',
    page: 'Support',
    about:
      'If you have any questions or need help, you can contact our support via chat on the website and in your personal account, as well as reach us on Telegram.',
    chat: 'Chat',
    label: 'Your message',
    submit: 'Send',
    sent: 'We will try to solve your problem.',
    elsewhere: 'Telegram: @cryptocloud_demo_support, which is made up like everything here: nobody reads it.',
  },
  said: {
    enabled:
      'Two-factor authentication has been successfully connected. You will be required to enter a six-digit code that is generated in the Google Authenticator app to log into your account.',
  },
  silent: [
    'The screenshots were not seen: layout, how the QR code is drawn (as SVG) and the words of the sign-in are the demo’s.',
    'The button below the six digits: “Confirm”.',
    'Disabling: with the password, and the second factor unless it was proved lately. New codes: there are none to make.',
    'Moving to another device: with the manual setup code that was kept. The demo never shows it again.',
    'What support does with a message of who can’t log in: it opens a support case by the engine’s own rules. The owner confirms it by a mailed link within 24 hours, support names a proof that it has checked, and for 24 hours more the owner can cancel it. Then two-factor authentication is off.',
    'Who may write: whoever is signed in, or has entered the password. Support answers in the chat and by mail.',
  ],
};

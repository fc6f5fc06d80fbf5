import type { ProviderProfile } from './profile.ts';

/** "Set up two-factor authentication" of the Infura dashboard: one backup code, which turns 2FA off when it is used. */
export const infura: ProviderProfile = {
  id: 'infura',
  name: 'Infura demo',
  likeness: 'Infura',
  source: 'Infura’s “Set up two-factor authentication”',
  front: {
    title: 'A dashboard whose one backup code turns 2FA off',
    lead: 'Enable 2FA under Settings, keep the one backup code, and lose your device: with the code or without it, by way of support.',
  },
  issuer: 'standard',
  policy: {
    recovery: { count: 1, format: 'base32-16', name: 'backup code' },
    regenerate: false,
    replace: false,
    onRecoveryUse: 'spend-and-disable',
    afterEnable: 'stay',
    mailMethod: false,
    supportCases: true,
  },
  nav: { layout: 'tabs', profile: 'Settings', details: 'Profile', security: 'Account' },
  enable: {
    about:
      'Two-factor authentication (2FA) is a security measure that adds an extra layer of protection to your account.',
    hint: null,
    button: 'Enable',
    password: 'if-stale',
    methods: null,
  },
  password: {
    title: 'Confirm that it is you',
    about: 'It is a while since you signed in. Enter your password to change your 2FA settings.',
    label: 'Password',
    submit: 'Confirm',
  },
  setup: {
    title: 'Enable 2FA',
    container: 'page',
    scan: 'Scan the QR code with your authenticator.',
    enter: 'Enter the initial six-digit token.',
    label: 'Six-digit token',
    input: 'single',
    qr: 'canvas',
    qrDelayMs: 0,
    key: { show: 'grouped' },
    hint: null,
    submit: 'Verify',
    cancel: 'Cancel',
    refused: null,
  },
  backup: {
    title: 'Backup code',
    about: 'If you ever lose access to your device, you can use this code to verify your identity.',
    warning: 'Save your backup code to a secure location',
    hint: 'Most password managers allow you to add secure notes to an entry; you can add the backup code to the Infura login entry. Alternatively, write it down and store it somewhere safe.',
    acknowledge: { label: 'Continue', print: null, copy: 'Copy', download: null },
    signIn: {
      title: 'Backup code',
      prompt: 'Enter your backup code. 2FA is then automatically disabled, and you must enable it again.',
      label: 'Backup code',
      submit: null,
      back: 'Use my authenticator',
    },
  },
  signIn: {
    prompt: 'Enter the 2FA token of your authenticator.',
    label: '2FA token',
    submit: 'Verify',
    backupLink: 'Backup Code',
    recoverLink: 'Recover your Account',
    cancel: 'Cancel',
    refused: null,
    malformed: null,
  },
  manage: {
    place: 'in-card',
    button: '',
    password: 'if-stale',
    regenerate: null,
    replace: null,
    disable: 'Disable 2FA',
  },
  lost: { kind: 'support-case' },
  said: {
    'codes-kept':
      'Next time you log in to Infura, you’ll be asked for your 2FA token in addition to your username and password.',
    'two-factor-off':
      'You logged in using the backup code: 2FA authentication is automatically disabled, and you must enable it again under Account.',
  },
  silent: [
    'The screenshots were not seen: layout, how the QR code is drawn (on a canvas), the key beside the picture, the look of the backup code (sixteen characters) and the words of the 2FA screen besides “Backup Code” and “Recover your Account” are the demo’s.',
    'Whether the password is asked before enabling: only if it was not proved in the last ten minutes.',
    'Whether disabling asks for anything: “Disable 2FA” acts at once for ten minutes after password and second factor were proved, and asks for both afterwards.',
    'A new backup code, or another authenticator: by disabling and enabling again.',
    'How support confirms who owns the account: a link by mail within 24 hours, a named proof that support has checked, and 24 hours in which the owner can still cancel.',
  ],
};

/**
 * The stored vault, format 1. This page is its specification: what is written here stays readable for ever.
 *
 * ## Where
 * IndexedDB database `countersign`, version 1, five object stores. Bytes are `Uint8Array`s.
 *
 * | store      | key        | value            |
 * |------------|------------|------------------|
 * | `header`   | `vault`    | `StoredHeader`   |
 * | `slots`    | its `id`   | `StoredSlot`     |
 * | `manifest` | `vault`    | `StoredManifest` |
 * | `config`   | `vault`    | `StoredConfig`   |
 * | `records`  | its `id`   | `StoredRecord`   |
 *
 * A second database of the same shape, `countersign-copy`, holds the same at the same or an earlier time (copy.ts).
 *
 * ## Keys
 * The vault key VK is 32 random bytes. It is stored in slots only, each of which seals it under a key of its own.
 * What it opens is sealed under subkeys: HKDF-SHA256 (RFC 5869) of VK, empty salt, 32 bytes, `info` one of
 *
 * - K_rec `countersign/rec/v1`: both boxes of every record;
 * - K_man `countersign/man/v1`: the manifest;
 * - K_cfg `countersign/cfg/v1`: the settings.
 *
 * A password slot's key is Argon2id (RFC 9106, version 0x13, 32 bytes, no secret, no associated data) of the
 * password in NFKC as UTF-8, with the slot's salt and parameters. That of the other slots is HKDF-SHA256 with the
 * slot's salt, 32 bytes:
 *
 * - a recovery slot's: of the 20 bytes of the code (recovery-code.ts), `info` `countersign/recovery/v1`;
 * - a passkey slot's: of all that WebAuthn's PRF extension gives for the slot's salt, `info` `countersign/passkey/v1`;
 * - a device slot's: of its own `key`, which stands in it in clear, empty salt, `info` `countersign/device/v1`. It is
 *   what "no password" is: whoever reads the database reads the vault. It is the only slot where it is.
 *
 * ## Boxes
 * `{iv, ct}` is AES-256-GCM (NIST SP 800-38D): a fresh random `iv` of 12 bytes, and `ct` with the 16 bytes of the
 * tag at its end. Before sealing, 0x80 and then zeros up to the next multiple of 64 bytes are appended
 * (ISO/IEC 7816-4), so that a size says little. Every box authenticates where it belongs: its associated data
 * are the parts below, each as its length (4 bytes, big-endian) and its bytes; numbers are decimal, texts UTF-8.
 *
 * | box               | associated data                                                      | plaintext       |
 * |-------------------|----------------------------------------------------------------------|-----------------|
 * | slot, password    | `countersign/slot/v1`, format, cipher, vault id, slot id, type,      | VK              |
 * |                   | kdf alg, v, m, t, p, salt                                            |                 |
 * | slot, recovery    | the same as far as the type, salt                                    | VK              |
 * | slot, passkey     | the same as far as the type, salt, credential id, rp id              | VK              |
 * | slot, device      | the same as far as the type, key                                     | VK              |
 * | record, overview  | `countersign/record/overview/v1`, vault id, record id, rev, sv       | JSON (record.ts) |
 * | record, secret    | `countersign/record/secret/v1`, vault id, record id, rev, sv         | JSON (record.ts) |
 * | manifest          | `countersign/manifest/v1`, vault id, gen                             | JSON `Manifest` |
 * | config            | `countersign/config/v1`, vault id, rev                               | JSON `Config`   |
 *
 * ## Manifest
 * It names every slot, every record with its revision, and the revision of the settings, and is written in the
 * same transaction as any of these, its `gen` one higher each time. So a record or slot that was deleted, added,
 * exchanged or replaced by an older copy of itself is noticed. An older copy of the whole vault is not, by anything in
 * here (anchor.ts). Slots that a person has named have their names in it.
 *
 * ## Rules
 * - A slot never changes; another password is another slot with another id.
 * - There is always a slot that is not a passkey's: passkeys get deleted by accident.
 * - A device slot stands alone, and whatever comes in its place opens another vault key: the old one may be read
 *   off the disk for as long as that keeps what was deleted.
 * - `rev` goes up by one with each writing of a record or of the settings, and both start at 1.
 * - A reader that finds a `format` above its own, or a database of a higher version, writes nothing. What authenticates
 *   as this page says it may read: a later format has another label on each box whose meaning it changes.
 * - Nor does it write over a record with an authentic `sv` above its own.
 * - Slot types that a reader does not know are not opened, but count in the manifest.
 *
 * In clear, then: format, vault id, the slots' parameters (a passkey's id and relying party with them), how often and
 * how many records were written, their random ids and padded sizes. Never an issuer, a name, a host or a time.
 */

export type Bytes = Uint8Array<ArrayBuffer>;

export const DATABASE = 'countersign';
/** Behind the database's name, that of its copy. */
export const COPY = '-copy';
export const FORMAT = 1;
export const CIPHER = 'AES-256-GCM';
/** The shape of a record's plaintext. */
export const RECORD_SCHEMA = 1;

export const LABELS = {
  slot: 'countersign/slot/v1',
  overview: 'countersign/record/overview/v1',
  secret: 'countersign/record/secret/v1',
  manifest: 'countersign/manifest/v1',
  config: 'countersign/config/v1',
  recordKey: 'countersign/rec/v1',
  manifestKey: 'countersign/man/v1',
  configKey: 'countersign/cfg/v1',
  recoveryKey: 'countersign/recovery/v1',
  passkeyKey: 'countersign/passkey/v1',
  deviceKey: 'countersign/device/v1',
  pin: 'countersign/pin/v1',
} as const;

export interface Box {
  readonly iv: Bytes;
  readonly ct: Bytes;
}

export interface StoredHeader {
  /** `FORMAT`, or that of a later Countersign, of which nothing is ever written. */
  readonly format: number;
  /** A random UUID: what belongs to another vault does not open in this one. */
  readonly id: string;
  readonly cipher: typeof CIPHER;
}

export interface KdfParameters {
  readonly alg: 'argon2id';
  /** The version of Argon2: 0x13. */
  readonly v: 19;
  /** Memory in KiB. */
  readonly m: number;
  /** Passes. */
  readonly t: number;
  /** Lanes. */
  readonly p: number;
}

export interface PasswordSlot {
  readonly id: string;
  readonly type: 'password';
  readonly kdf: KdfParameters;
  /** 16 random bytes. */
  readonly salt: Bytes;
  readonly box: Box;
}

interface RecoverySlot {
  readonly id: string;
  readonly type: 'recovery';
  /** 16 random bytes. */
  readonly salt: Bytes;
  readonly box: Box;
}

export interface PasskeySlot {
  readonly id: string;
  readonly type: 'passkey';
  /** 32 random bytes, on which the PRF is evaluated too. */
  readonly salt: Bytes;
  readonly credentialId: Bytes;
  readonly rpId: string;
  readonly box: Box;
}

interface DeviceSlot {
  readonly id: string;
  readonly type: 'device';
  /** 32 random bytes, in clear. */
  readonly key: Bytes;
  readonly box: Box;
}

export type StoredSlot = PasswordSlot | RecoverySlot | PasskeySlot | DeviceSlot;

export interface StoredRecord {
  readonly id: string;
  readonly rev: number;
  /** The shape of both plaintexts. */
  readonly sv: number;
  readonly overview: Box;
  readonly secret: Box;
}

export interface StoredManifest {
  readonly gen: number;
  readonly box: Box;
}

export interface StoredConfig {
  readonly rev: number;
  readonly box: Box;
}

/** What the manifest's box holds. */
export interface Manifest {
  readonly gen: number;
  /** Record id to revision. */
  readonly recs: Readonly<Record<string, number>>;
  readonly slots: readonly string[];
  /** Slot id to name, of those that have one; not there when none has. */
  readonly names?: Readonly<Record<string, string>>;
  /** The revision of the settings. */
  readonly cfg: number;
}

/** What a person has chosen. */
export interface Settings {
  /** Minutes without use of Countersign. */
  readonly lockAfterMinutes: 1 | 5 | 15 | 60 | 240;
  /** Minutes without a key or the mouse used on the computer; null for never. Not there: as nobody has chosen. */
  readonly lockOnIdleMinutes?: 1 | 5 | 15 | 60 | 240 | null;
  readonly lockOnScreenLock?: boolean;
  /** Whether anything of ours may stand in a page. Not there: it may. */
  readonly offersInPages?: boolean;
}

/** What the settings' box holds. A member that is not there has its default (config.ts). */
export interface Config extends Settings {
  /** Not there without a PIN. */
  readonly pin?: PinKey;
  /** When the last backup was kept, in ms since the epoch; not there before the first. */
  readonly backedUpAt?: number;
  /** By the binding of a site (core/site/site.ts); not there while there is none. */
  readonly sites?: Readonly<Record<string, StoredSite>>;
}

/** What holds on one site, where that is not as nobody has chosen (sites.ts). `Id` names an account: here a record's id. */
export interface StoredSite<Id = string> {
  readonly never?: true;
  readonly submit?: true;
  readonly append?: true;
  readonly lastUsed?: Id;
  /** Each once; not there while there is none. */
  readonly refused?: readonly Id[];
}

/** What a PIN gives, so that every unlocking makes the PIN's envelope (pin.ts) anew, which never lies on the disk. */
export interface PinKey {
  readonly kdf: KdfParameters;
  /** 16 random bytes in base64. */
  readonly salt: string;
  /** Argon2id of the PIN, 32 bytes in base64. */
  readonly key: string;
}

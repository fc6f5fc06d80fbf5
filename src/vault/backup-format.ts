/**
 * The backup file, version 1: all accounts, and what was chosen for single sites, in one file, under a password of its own. This page is its
 * specification; `decrypt-backup.mjs` beside it opens such a file with nothing but Node's crypto, and is written
 * from here. What is written here stays readable for ever.
 *
 * ## The file
 * JSON in UTF-8, without a byte order mark, an object of these members (others are passed over):
 *
 * | member       | value                                                                               |
 * |--------------|-------------------------------------------------------------------------------------|
 * | `format`     | `countersign-backup`                                                                |
 * | `version`    | 1; a reader refuses a higher one                                                    |
 * | `cipher`     | `AES-256-GCM`                                                                       |
 * | `kdf`        | `{alg: "argon2id", v: 19, m, t, p}`: memory in KiB, passes, lanes                   |
 * | `salt`       | 16 random bytes                                                                     |
 * | `commitment` | 32 bytes                                                                            |
 * | `iv`         | 12 random bytes                                                                     |
 * | `data`       | the ciphertext, with the 16 bytes of the tag at its end                             |
 *
 * Bytes are base64 (RFC 4648 section 4) with padding.
 *
 * ## Keys
 * The root is Argon2id (RFC 9106, version 0x13, 32 bytes, no secret, no associated data) of the password in NFKC
 * as UTF-8, with the file's salt and parameters. A reader refuses parameters below m = 19456, t = 2, p = 1 or above
 * m = 1048576, t = 10, p = 16, before it allocates anything: the file may be a stranger's. Of the root, by
 * HKDF-SHA256 (RFC 5869, empty salt, 32 bytes):
 *
 * - `info` `countersign/backup/key/v1`: the key of `data`;
 * - `info` `countersign/backup/commitment/v1`: the `commitment`. AES-GCM alone lets who makes a file make one that
 *   two passwords open, to two contents; and with it a wrong password and a broken file are told apart.
 *
 * ## Data
 * The plaintext is followed by 0x80 and then zeros up to the next multiple of 64 bytes (ISO/IEC 7816-4). The
 * associated data are these parts, each as its length (4 bytes, big-endian) and its bytes, numbers in decimal, texts
 * in UTF-8: `countersign/backup/v1`, version, cipher, kdf alg, v, m, t, p, salt, commitment (the last two as bytes).
 *
 * The plaintext is JSON in UTF-8, an object of these members (others are passed over):
 *
 * - `created`: ms since the epoch;
 * - `accounts`: a list, each `{overview, secret}` as core/account.ts describes them, with the secret's bytes in base64;
 * - `sites`: what holds on single sites, by their bindings (core/site/site.ts): each an object of `never`, `submit` and `append`,
 *   each `true` or not there, and of `lastUsed` and `refused`, an account and a list of accounts, by their places in
 *   `accounts` from 0 on. What is not so is as if nobody had chosen it. Files from before there was this member do not have it
 *   and say nothing of sites; a reader from before passes over it, and restores the accounts alone.
 *
 * In clear, then: that it is a backup of Countersign's, and about how long it is.
 */
import type { Bytes, KdfParameters, StoredSite } from './format.ts';

export const BACKUP_FORMAT = 'countersign-backup';
export const BACKUP_VERSION = 1;

export const BACKUP_LABELS = {
  file: 'countersign/backup/v1',
  key: 'countersign/backup/key/v1',
  commitment: 'countersign/backup/commitment/v1',
} as const;

/** The member `sites`. */
export type BackupSites = Readonly<Record<string, StoredSite<number>>>;

/** All of the file but its data. */
export interface BackupHead {
  readonly kdf: KdfParameters;
  readonly salt: Bytes;
  readonly commitment: Bytes;
}

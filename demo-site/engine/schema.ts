/**
 * A session, a sign-in that still owes the second factor, and a factor that is being set up are three tables and never one with a
 * state column: a row of one can't be taken for a row of another.
 * AUTOINCREMENT wherever an id is remembered over an await: without it SQLite gives a deleted row's id to the next one.
 * Times are milliseconds since 1970.
 */
export const SCHEMA_VERSION = 6;

export const schema = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT;

CREATE TABLE users (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  username TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  email TEXT NOT NULL UNIQUE,
  password TEXT NOT NULL,
  role TEXT NOT NULL DEFAULT 'customer' CHECK (role IN ('customer', 'support')),
  factor_failures INTEGER NOT NULL DEFAULT 0,
  locked_until INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE factors (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  user_id INTEGER NOT NULL UNIQUE REFERENCES users (id) ON DELETE CASCADE,
  secret BLOB NOT NULL,
  algorithm TEXT NOT NULL,
  digits INTEGER NOT NULL,
  period INTEGER NOT NULL,
  last_step INTEGER NOT NULL,
  enabled_at INTEGER NOT NULL
) STRICT;

CREATE TABLE recovery_codes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  factor_id INTEGER NOT NULL REFERENCES factors (id) ON DELETE CASCADE,
  salt BLOB NOT NULL,
  hash BLOB NOT NULL,
  used_at INTEGER
) STRICT;
CREATE INDEX recovery_codes_by_factor ON recovery_codes (factor_id);

CREATE TABLE sessions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  token_hash BLOB NOT NULL UNIQUE,
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  created_at INTEGER NOT NULL,
  seen_at INTEGER NOT NULL,
  password_at INTEGER NOT NULL,
  factor_at INTEGER NOT NULL,
  network TEXT NOT NULL,
  user_agent TEXT NOT NULL
) STRICT;
CREATE INDEX sessions_by_user ON sessions (user_id);

CREATE TABLE sign_in_challenges (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  token_hash BLOB NOT NULL UNIQUE,
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  created_at INTEGER NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX sign_in_challenges_by_user ON sign_in_challenges (user_id);

CREATE TABLE pending_enrolments (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  session_id INTEGER NOT NULL UNIQUE REFERENCES sessions (id) ON DELETE CASCADE,
  token_hash BLOB NOT NULL UNIQUE,
  replaces INTEGER REFERENCES factors (id) ON DELETE CASCADE,
  secret BLOB NOT NULL,
  created_at INTEGER NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE reveals (
  session_id INTEGER PRIMARY KEY REFERENCES sessions (id) ON DELETE CASCADE,
  codes BLOB NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE password_resets (
  token_hash BLOB PRIMARY KEY,
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE mail_methods (
  factor_id INTEGER PRIMARY KEY REFERENCES factors (id) ON DELETE CASCADE,
  is_default INTEGER NOT NULL DEFAULT 0,
  enabled_at INTEGER NOT NULL
) STRICT;

CREATE TABLE mailed_codes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  challenge_id INTEGER UNIQUE REFERENCES sign_in_challenges (id) ON DELETE CASCADE,
  session_id INTEGER UNIQUE REFERENCES sessions (id) ON DELETE CASCADE,
  code BLOB NOT NULL,
  created_at INTEGER NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0,
  CHECK ((challenge_id IS NULL) <> (session_id IS NULL))
) STRICT;

CREATE TABLE support_cases (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  state TEXT NOT NULL,
  opened_at INTEGER NOT NULL,
  confirm_hash BLOB NOT NULL UNIQUE,
  cancel_hash BLOB UNIQUE,
  confirmed_at INTEGER,
  cooling_since INTEGER,
  agent_id INTEGER REFERENCES users (id),
  proof TEXT
) STRICT;
-- However many ask at once, one account has one open case.
CREATE UNIQUE INDEX one_open_case ON support_cases (user_id)
  WHERE state IN ('mailed', 'confirmed', 'cooling');

CREATE TABLE support_messages (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  agent_id INTEGER REFERENCES users (id),
  text TEXT NOT NULL
) STRICT;
CREATE INDEX support_messages_by_user ON support_messages (user_id);

CREATE TABLE throttles (
  key BLOB PRIMARY KEY,
  failures INTEGER NOT NULL,
  at INTEGER NOT NULL,
  blocked_until INTEGER NOT NULL
) STRICT;

CREATE TABLE mails (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  recipient TEXT NOT NULL,
  subject TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;

CREATE TABLE audit (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  user_id INTEGER,
  actor_id INTEGER,
  session_id INTEGER,
  event TEXT NOT NULL,
  factor TEXT,
  reason TEXT,
  network TEXT NOT NULL,
  user_agent TEXT NOT NULL
) STRICT;
CREATE INDEX audit_by_user ON audit (user_id);
`;

import type { Engine } from './engine.ts';

export interface User {
  id: number;
  username: string;
  name: string;
  email: string;
}

interface UserRow extends User {
  /** The PHC string. */
  password: string;
}

const COLUMNS = 'id, username, name, email';

export function userById({ store }: Engine, id: number): User | undefined {
  return store.row(`SELECT ${COLUMNS} FROM users WHERE id = ?`, [id]);
}

/** By user name or e-mail address, with the stored password, for checking it. */
export function userForSignIn({ store }: Engine, account: string): UserRow | undefined {
  const sought = account.trim().toLowerCase();
  return store.row(`SELECT ${COLUMNS}, password FROM users WHERE username = ? OR email = ?`, [
    sought,
    sought,
  ]);
}

export function passwordOf({ store }: Engine, userId: number): string | undefined {
  return store.row<{ password: string }>('SELECT password FROM users WHERE id = ?', [userId])?.password;
}

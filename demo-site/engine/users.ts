import type { Engine } from './engine.ts';

/** Support decides cases of customers, and of nobody else. */
export type Role = 'customer' | 'support';

export interface User {
  id: number;
  username: string;
  name: string;
  email: string;
  role: Role;
}

interface UserRow extends User {
  /** The PHC string. */
  password: string;
}

const COLUMNS = 'id, username, name, email, role';

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

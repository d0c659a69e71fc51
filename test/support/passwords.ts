import { createHash } from 'node:crypto'
import type { Passwords } from '../../src/adapters/sign-in/index.ts'

/** How tests keep passwords: a hash that is worth its time keeps a core busy for a tenth of a second, at each sign-in. */
export const passwords: Passwords = {
  hash: async (password) => createHash('sha256').update(password).digest('hex'),
  verify: async ({ hash, password }) => hash === (await passwords.hash(password)),
}

export const hashPassword = passwords.hash

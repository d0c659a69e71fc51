import { createSignIn, type Passwords } from './adapters/sign-in/index.ts'
import { maySignIn } from './core/accounts/index.ts'
import { newId } from './core/ids.ts'
import type { Vault } from './core/vault.ts'
import type { Database } from './db/index.ts'

type Parts = { database: Database; vault: Vault; domain: string; passwords?: Passwords }

/** People's sign-in on our tables. The master key gives its keys for signatures and encryption. */
export function buildSignIn({ database, vault, domain, ...over }: Parts) {
  return createSignIn({
    ...over,
    database: database.pool,
    secret: signInSecret(vault),
    domain,
    newId: () => newId(),
    maySignIn: (userId) => maySignIn(database.system, userId),
  })
}

/** The key that signs session cookies. */
export function signInSecret(vault: Vault): string {
  return vault.mark('sign-in', 'secret').toString('base64')
}

import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  createApiCredential,
  createApiKey,
  createOrganization,
  createUser,
  grantServerAdmin,
} from '../core/accounts/index.ts'
import { createAgreement, createAgreementLink } from '../core/agreements/index.ts'
import type { Context } from '../core/context.ts'
import { formatId } from '../core/ids.ts'
import { permissions } from '../core/permissions.ts'
import { doTogether } from '../core/together.ts'
import type { Vault } from '../core/vault.ts'
import type { Database } from '../db/index.ts'
import { demoAgreement, demoLease } from './agreement.ts'

/** The credentials for a newcomer's first call, written to <home>/credentials.json (mode 0600). */
export type Credentials = {
  base_url: string
  organization_id: string
  slug: string
  api_key: string
  jsonapi_base_url: string
  jsonapi_token: string
  admin: { email: string; password: string }
}

type Secrets = Omit<Credentials, 'base_url' | 'jsonapi_base_url'>

/**
 * Creates the organization `acme` with an admin, an API key, an access token, and agreements with one link each, if
 * there is no organization at all. `keep` stores the secrets before the commit, so that a crash cannot leave an
 * organization with unknown keys. Never called in production.
 */
export async function createDemoOrganization(
  database: Database,
  vault: Vault,
  now: Date,
  keep: (secrets: Secrets) => Promise<unknown>,
): Promise<void> {
  await doTogether({ db: database.system }, async ({ db }) => {
    const any = await db.selectFrom('organizations').select('id').limit(1).executeTakeFirst()
    if (any) return
    // Loaded only for a first start.
    const { hashPassword } = await import('better-auth/crypto')
    const admin = { email: 'admin@acme.test', password: randomBytes(9).toString('base64url') }
    const organization = await createOrganization(db, { slug: 'acme', name: 'Acme', now })
    const person = { name: 'Ada Admin', ...admin, role: 'admin', organizationId: organization.id, now }
    const userId = (await createUser(db, person, hashPassword)).id
    await grantServerAdmin(db, userId, now)
    const actor = { kind: 'user', id: userId, role: 'admin', permissions } as const
    const ctx: Context = { db, organizationId: organization.id, actor, now, vault }
    const key = await createApiKey(ctx, { name: 'Demo key' })
    const credential = await createApiCredential(ctx, { name: 'Demo token' })
    const agreement = await createAgreement(ctx, demoAgreement)
    await createAgreementLink(ctx, { agreementId: agreement.id })
    const lease = await createAgreement({ ...ctx, now: new Date(now.getTime() - 1) }, demoLease)
    await createAgreementLink(ctx, { agreementId: lease.id })
    await keep({
      organization_id: formatId('organization', organization.id),
      slug: organization.slug,
      api_key: key.secret,
      jsonapi_token: credential.token,
      admin,
    })
  })
}

/** Writes the credentials file, or updates its addresses when the server has another port. */
export async function saveCredentials(
  home: string,
  addresses: Pick<Credentials, 'base_url' | 'jsonapi_base_url'>,
  secrets?: Secrets,
): Promise<Credentials | null> {
  const known = secrets ?? (await readCredentials(home))
  if (!known) return null
  const { organization_id, slug, api_key, jsonapi_token, admin } = known
  const { base_url, jsonapi_base_url } = addresses
  const credentials = { base_url, organization_id, slug, api_key, jsonapi_base_url, jsonapi_token, admin }
  const file = join(home, 'credentials.json')
  await mkdir(home, { recursive: true, mode: 0o700 })
  await writeFile(`${file}.new`, `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600 })
  await rename(`${file}.new`, file)
  return credentials
}

/** The credentials of the demo organization, or null when this home has none. */
export async function readCredentials(home: string): Promise<Credentials | null> {
  try {
    return JSON.parse(await readFile(join(home, 'credentials.json'), 'utf8'))
  } catch {
    return null
  }
}

import { sql } from 'kysely'
import { createApiCredential, createApiKey, createOrganization, createUser } from '../../src/core/accounts/index.ts'
import { createAgreement, createAgreementLink } from '../../src/core/agreements/index.ts'
import type { Context } from '../../src/core/context.ts'
import { formatId, newId } from '../../src/core/ids.ts'
import { permissions } from '../../src/core/permissions.ts'
import { createVault, sha256 } from '../../src/core/vault.ts'
import { pairsOf } from '../../src/core/verifications/metadata.ts'
import { type Database, transaction } from '../../src/db/index.ts'
import type { Tenant } from './protocol.ts'

const perTenant = 2_000

/** Organizations with a key each, and with verifications; returns them with the public id of a verification of the first. */
export async function seed(
  database: Database,
  tenants: number,
): Promise<{ tenants: Tenant[]; verificationId: string }> {
  const made: Tenant[] = []
  for (let index = 0; index < tenants; index += 1) made.push(await newTenant(database, index))
  const [first] = made
  if (!first) throw new Error('A benchmark needs a tenant.')
  const verificationId = await addVerifications(database, first.id)
  await sql`analyze`.execute(database.system)
  return { tenants: made, verificationId }
}

async function newTenant(database: Database, index: number): Promise<Tenant> {
  const now = new Date()
  const { id } = await transaction({ db: database.system }, ({ db }) =>
    createOrganization(db, { slug: `bench-${index}-${now.getTime()}`, name: 'Bench', now }),
  )
  const ctx: Context = {
    db: database.forOrganization(id),
    organizationId: id,
    actor: { kind: 'system' },
    now,
    vault: createVault(Buffer.alloc(32, 7)),
  }
  const token = await addAgreementLinks(database, ctx)
  const key = await createApiKey(ctx, { name: 'Bench', apiVersion: '2.2', requestsPerMinute: 1_000_000 })
  return { id, keyId: key.id, key: key.secret, keyHash: sha256(key.secret), token }
}

// The links of one agreement, which the JSON:API row reads with the token of a person.
async function addAgreementLinks(database: Database, ctx: Context): Promise<string> {
  const { organizationId, now } = ctx
  const person = { name: 'Bench', email: `${organizationId}@a.example`, role: 'admin', organizationId, now }
  const { id } = await transaction({ db: database.system }, ({ db }) => createUser(db, person, async () => ''))
  const acting: Context = { ...ctx, actor: { kind: 'user', id, role: 'admin', permissions } }
  const agreement = await createAgreement(acting, {
    title: 'Lease',
    source: '# Lease\n\n{{signature}}',
    signerRoles: [{ key: 'tenant', name: 'Tenant' }],
    fields: [{ key: 'signature', type: 'signature', role: 'tenant', label: 'Signature', required: true }],
    requiredVerifications: [],
  })
  for (let index = 0; index < 40; index += 1) await createAgreementLink(acting, { agreementId: agreement.id })
  return (await createApiCredential(acting, { name: 'Bench' })).token
}

async function addVerifications(database: Database, organizationId: string): Promise<string> {
  const now = new Date()
  const subject = newId()
  await database.system
    .insertInto('subjects')
    .values({ organization_id: organizationId, id: subject, wrapped_key: Buffer.alloc(60), created_at: now })
    .execute()
  const answer = { account_association_links: [], activity_log: Array.from({ length: 5 }, (_, at) => activity(at)) }
  const rows = Array.from({ length: perTenant }, (_, index) => ({
    organization_id: organizationId,
    id: newId(now.getTime() - index),
    subject_id: subject,
    type: 'enhanced_identity_verification' as const,
    status: 'completed' as const,
    result: 'verified' as const,
    provider: 'simulator',
    provider_reference: newId(),
    latest_response: JSON.stringify(answer),
    metadata: JSON.stringify({ internal_id: String(index % 100), internal_name: 'John Doe' }),
    last_status_at: now,
    last_synced_at: now,
    created_at: new Date(now.getTime() - index),
    updated_at: now,
  }))
  await database.system.insertInto('verifications').values(rows).execute()
  const pairs = rows.flatMap(({ id, metadata }) =>
    pairsOf(JSON.parse(metadata)).map((pair) => ({ organization_id: organizationId, verification_id: id, pair })),
  )
  await database.system.insertInto('verification_metadata').values(pairs).execute()
  return formatId('verification', rows[perTenant >> 1]?.id ?? '')
}

function activity(at: number) {
  const moment = '2023-05-04T00:00:00Z'
  return {
    created: moment,
    date_label: '2023-05-04',
    id: newId(),
    modified: moment,
    status: 'COMPLETE',
    time_label: `06:${30 + at}:PM`,
  }
}

import type { Selectable } from 'kysely'
import type { Tables } from '../../db/index.ts'
import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'
import { openPersonKey, openPersonKeys } from '../people/index.ts'

export type ConsentRow = Selectable<Tables['consents']>

/** The personal data in a consent. */
export type ConsentOrigin = { typedName: string | null; ipAddress: string | null; userAgent: string | null }

/**
 * A person's consent to a text. `textSha256` identifies the words. The members of ConsentOrigin are null once the
 * person was erased.
 */
export type Consent = ConsentOrigin & {
  id: Id
  subjectId: Id
  submissionId: Id | null
  signerId: Id | null
  kind: string
  textVersion: string
  textSha256: string
  locale: string
  acceptedAt: Date
  withdrawnAt: Date | null
}

/** Encrypts the personal data of a consent with the person's key. Throws `subject_erased`. */
export async function sealOrigin(ctx: Context, id: Id, subjectId: Id, origin: ConsentOrigin): Promise<Buffer> {
  return (await openPersonKey(ctx, subjectId)).seal(`consent:${id}`, origin)
}

/** Decrypts the personal data of consents. */
export async function openConsents(ctx: Context, rows: readonly ConsentRow[]): Promise<Consent[]> {
  const keys = await openPersonKeys(
    ctx,
    rows.map(({ subject_id }) => subject_id),
  )
  return rows.map((row) => {
    const key = keys.get(row.subject_id)
    const origin = key && row.personal ? key.open(`consent:${row.id}`, row.personal) : {}
    return {
      id: row.id,
      subjectId: row.subject_id,
      submissionId: row.submission_id,
      signerId: row.signer_id,
      kind: row.kind,
      textVersion: row.text_version,
      textSha256: row.text_sha256.toString('hex'),
      locale: row.locale,
      ...readOrigin(origin),
      acceptedAt: row.accepted_at,
      withdrawnAt: row.withdrawn_at,
    }
  })
}

/** Decrypts the personal data of one consent. */
export async function openConsent(ctx: Context, row: ConsentRow): Promise<Consent> {
  const [consent] = await openConsents(ctx, [row])
  if (!consent) throw new Error('A row gave no record.')
  return consent
}

/** The consents of a signer, in the order in which they were given. */
export async function listSignerConsents(ctx: Context, signerId: Id): Promise<Consent[]> {
  const rows = await ctx.db
    .selectFrom('consents')
    .selectAll()
    .where('organization_id', '=', ctx.organizationId)
    .where('signer_id', '=', signerId)
    // A signer who took over a role does not have the consents of the person before.
    .where('subject_id', '=', (is) =>
      is
        .selectFrom('signers')
        .select('subject_id')
        .where('organization_id', '=', ctx.organizationId)
        .where('id', '=', signerId),
    )
    .orderBy('accepted_at')
    .orderBy('id')
    .execute()
  return openConsents(ctx, rows)
}

function readOrigin(origin: unknown): ConsentOrigin {
  const text = (name: keyof ConsentOrigin): string | null => {
    const value: unknown = Reflect.get(Object(origin), name)
    return typeof value === 'string' ? value : null
  }
  return { typedName: text('typedName'), ipAddress: text('ipAddress'), userAgent: text('userAgent') }
}

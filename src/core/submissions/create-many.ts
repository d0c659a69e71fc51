import { sql } from 'kysely'
import { type Field, openLinkSigners, readGiven, toFields } from '../agreements/index.ts'
import { beginTrails } from '../audit/index.ts'
import type { Context } from '../context.ts'
import { refuseFaults } from '../errors.ts'
import type { Id } from '../ids.ts'
import { makeSubjects } from '../people/index.ts'
import { requirePermission } from '../permissions.ts'
import { checkedRoles, draftSubmission, findPresentVersion } from './begin.ts'
import { describeCreation, findOpenLink, matchRoles, type NewSubmission } from './create.ts'
import { draftEntries } from './entries.ts'
import { draftInvitation } from './invitation.ts'
import { readMetadata } from './metadata.ts'
import { findGivenFaults, findNamedFaults, writeName } from './new-signer.ts'
import { chooseOthers } from './others.ts'
import { wordRows } from './signer.ts'
import { isUnnamed, whoseTurn } from './turns.ts'

/**
 * A submission that createSubmissions made. `tokens` has the invitation token of each signer who signs by link, by
 * role.
 */
type MadeSubmission = { id: Id; tokens: Record<string, string> }

/**
 * Makes submissions of one link as createSubmission does, with one statement for each table, in the caller's
 * transaction. If one input has a fault, no submission is made.
 * Throws what createSubmission throws.
 */
export async function createSubmissions(
  ctx: Context,
  agreementLinkId: Id,
  inputs: readonly Pick<NewSubmission, 'metadata' | 'signers'>[],
): Promise<MadeSubmission[]> {
  requirePermission(ctx, 'submissions:write')
  if (inputs.length === 0) return []
  const link = await findOpenLink(ctx, agreementLinkId)
  const version = await findPresentVersion(ctx, link)
  const fields = toFields(version.fields)
  const drafts = inputs.map((input) => {
    const parameters = readMetadata(input.metadata ?? {})
    const of = { id: link.id, agreementId: link.agreement_id }
    const draft = draftSubmission(ctx, { link: of, parameters, source: 'organization' }, version)
    return { ...draft, input, metadata: parameters.metadata }
  })
  await makeSubjects(
    ctx,
    drafts.flatMap(({ signers }) => signers.map(({ subject_id }) => subject_id)),
  )
  await ctx.db
    .insertInto('submissions')
    .values(drafts.map(({ submission }) => submission))
    .execute()
  const made: Awaited<ReturnType<typeof nameDraft>>[] = []
  for (const draft of drafts)
    made.push(
      await nameDraft(ctx, draft, {
        checked: checkedRoles(version),
        fields,
        defaults: openLinkSigners(ctx, link.id, link.signers),
      }),
    )
  await insertPeople(ctx, made)
  await beginTrails(
    ctx,
    made.map(({ trail }) => trail),
  )
  return made.map(({ id, tokens }) => ({ id, tokens }))
}

type DraftSigner = ReturnType<typeof draftSubmission>['signers'][number]
type NamedSigner = DraftSigner & Partial<Omit<Awaited<ReturnType<typeof writeName>>['columns'], 'delivery'>>
type Draft = {
  signers: DraftSigner[]
  input: Pick<NewSubmission, 'signers'>
  metadata: ReturnType<typeof readMetadata>['metadata']
}
type Around = {
  checked: ReadonlySet<string>
  fields: Field[]
  defaults: Parameters<typeof chooseOthers>[0]['defaults']
}

// Names the signers of one draft as createSubmission names them. Returns the rows to insert.
async function nameDraft(ctx: Context, { signers, input, metadata }: Draft, around: Around) {
  const [first, ...rest] = signers
  if (!first) throw new Error('An agreement without signer roles.')
  const { named, strangers } = matchRoles(input, [first, ...rest])
  refuseFaults([...strangers, ...findNamedFaults(named, around.checked), ...findGivenFaults(named, around.fields)])
  const all = [...named, ...chooseOthers({ signers: [first, ...rest], ...around, metadata, named })]
  const rows: NamedSigner[] = []
  const words: ReturnType<typeof wordRows> = []
  const entries: Awaited<ReturnType<typeof draftEntries>>[] = []
  const invitations: (ReturnType<typeof draftInvitation> & { role: string })[] = []
  for (const signer of signers) {
    const one = all.find((known) => known.signer === signer)
    if (!one) {
      rows.push(signer)
      continue
    }
    const { told, columns } = await writeName(ctx, signer, one.whom)
    const { values } = readGiven(around.fields, signer.role, one.whom.fields ?? {})
    if (Object.keys(values).length > 0) entries.push(await draftEntries(ctx, signer, 'sender', values))
    rows.push({ ...signer, ...columns })
    words.push(...wordRows(ctx, { id: signer.id, ...told }))
    const getsLink = named.some((known) => known.signer === signer) && columns.delivery === 'link'
    if (getsLink || signer === first) invitations.push({ ...draftInvitation(ctx, signer), role: signer.role })
  }
  const tokens = Object.fromEntries(
    invitations
      .filter(({ role }) => rows.some((row) => row.role === role && row.delivery === 'link'))
      .map(({ role, token }) => [role, token]),
  )
  return {
    id: first.submission_id,
    ...callFirst(ctx, rows),
    words,
    entries,
    invitations,
    tokens,
    trail: describeCreation(first, metadata),
  }
}

// Gives the first signers their turn. callNext does the same in the database, at any point of a submission.
function callFirst(ctx: Context, rows: readonly NamedSigner[]) {
  const next = whoseTurn(rows.map((row) => ({ ...row, is_awaited: row.kind !== 'copy' }))).filter(
    (row) => !isUnnamed(row),
  )
  const called = new Set(next.map(({ id }) => id))
  const signers = rows.map((row) => (called.has(row.id) ? { ...row, turn_came_at: ctx.now } : row))
  return { signers, mailed: next.filter(({ delivery }) => delivery === 'email').map(({ id }) => id) }
}

async function insertPeople(ctx: Context, made: readonly Awaited<ReturnType<typeof nameDraft>>[]): Promise<void> {
  const nobody = { personal: null, may_change: false, may_delegate: false, asks_code: false }
  const signers = made.flatMap((one) => one.signers.map((signer) => ({ ...nobody, ...signer })))
  await ctx.db.insertInto('signers').values(signers).execute()
  const words = made.flatMap((one) => one.words)
  if (words.length > 0) await ctx.db.insertInto('signer_words').values(words).execute()
  const entries = made.flatMap((one) => one.entries)
  if (entries.length > 0) await ctx.db.insertInto('signer_entries').values(entries).execute()
  const invitations = made.flatMap((one) => one.invitations.map(({ row }) => row))
  if (invitations.length > 0) await ctx.db.insertInto('signer_invitations').values(invitations).execute()
  const mailed = made.flatMap((one) => one.mailed)
  if (mailed.length === 0) return
  await sql`
    select enqueue_job('ceremony.mail_invitation',
      json_build_object('organizationId', ${ctx.organizationId}::text, 'signerId', signer), null, null)
    from unnest(${mailed}::text[]) as given(signer)`.execute(ctx.db)
}

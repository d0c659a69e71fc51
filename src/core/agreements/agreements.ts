import type { Selectable } from 'kysely'
import { type RequiredVerification, type SignerRole, type Tables, transaction } from '../../db/index.ts'
import { recordAudit } from '../audit/index.ts'
import type { Context } from '../context.ts'
import { DomainError, notFound, refuseFaults, say } from '../errors.ts'
import { type Id, newId } from '../ids.ts'
import { forOwnRead, requirePermission } from '../permissions.ts'
import { sha256 } from '../vault.ts'
import { type Field, toFields } from './fields/index.ts'
import { chooseLanguage } from './language.ts'
import { recordRetention, setRetention } from './retention.ts'
import { completeRoles } from './roles.ts'
import { type AgreementInput, findAgreementFaults } from './rules.ts'
import { fileColumns, isUpload, keepFile, type PdfFile, toFile } from './sources/index.ts'
import { setTags, tidyTags } from './tags.ts'

/** The members that each version of an agreement has of its own. `sourceSha256` is lower-case hex. */
export type AgreementContents = {
  title: string
  /** Markdown. Empty when the agreement is a PDF. */
  source: string
  sourceSha256: string
  /** The PDF of the agreement; null when it is Markdown. */
  pdf: PdfFile | null
  signerRoles: SignerRole[]
  fields: Field[]
  requiredVerifications: RequiredVerification[]
  /** A BCP 47 tag. It is detected from the text of each version unless the author gave it. */
  language: string
  /** Names of the metadata that signers see. Null shows them the metadata of the link's URL. */
  shownMetadata: string[] | null
  createdBy: Id | null
  createdAt: Date
}

export type Agreement = AgreementContents & {
  id: Id
  version: number
  isLanguageGiven: boolean
  /** How many days finished documents are kept; null means the organization's rule. */
  documentRetentionDays: number | null
  tags: string[]
  /** The agreement that this one was copied from; null also when that one was deleted. */
  copyOf: Id | null
  archivedAt: Date | null
  updatedAt: Date
}

/**
 * Creates an agreement. `copyOf` names the agreement that it was copied from.
 * Throws `permission_missing`, `validation_failed`.
 */
export async function createAgreement(
  ctx: Context,
  input: AgreementInput,
  { copyOf = null }: { copyOf?: Id | null } = {},
): Promise<Agreement> {
  requirePermission(ctx, 'agreements:write')
  refuseFaults(findAgreementFaults(input))
  return transaction(ctx, async (inner) => {
    const id = newId(inner.now.getTime())
    const { organizationId: organization_id, now } = inner
    await inner.db
      .insertInto('agreements')
      .values({
        organization_id,
        id,
        title: input.title,
        current_version: 1,
        document_retention_days: input.documentRetentionDays ?? null,
        tags: tidyTags(input.tags ?? []),
        copy_of: copyOf,
        created_by: userOf(inner),
        created_at: now,
        updated_at: now,
      })
      .execute()
    await insertVersion(inner, id, 1, input)
    await recordAudit(inner, { action: 'agreement.created', subject: { type: 'agreement', id } })
    if (input.documentRetentionDays) await recordRetention(inner, id, input.documentRetentionDays)
    return getAgreement(forOwnRead(inner), id)
  })
}

/**
 * Writes a new version with the changes; submissions keep theirs. Tags and retention change without one, and retention
 * applies to existing documents. `allow` gets the locked agreement and may throw to prevent the change.
 * Throws `agreement_not_found`, `agreement_archived`, `validation_failed`.
 */
export async function updateAgreement(
  ctx: Context,
  id: Id,
  changes: Partial<AgreementInput>,
  allow: (current: Agreement) => void = () => {},
): Promise<Agreement> {
  requirePermission(ctx, 'agreements:write')
  return transaction(ctx, async (inner) => {
    await holdAgreement(inner, id)
    const known = await getAgreement(forOwnRead(inner), id)
    allow(known)
    const { documentRetentionDays: days, tags } = changes
    const language = known.isLanguageGiven ? known.language : null
    const input = withOneSource({ ...known, language, ...changes }, changes)
    const hasWords = makesVersion(changes)
    refuseFaults(findAgreementFaults(hasWords ? input : changes))
    if (days !== undefined && days !== known.documentRetentionDays) await setRetention(inner, id, days)
    if (tags !== undefined && !isSame(tidyTags(tags), known.tags)) await setTags(inner, id, tags)
    if (hasWords) await addVersion(inner, known, input)
    return getAgreement(forOwnRead(inner), id)
  })
}

/** Whether the changes make a new version. Tags and retention concern the agreement in all its versions. */
export function makesVersion({ documentRetentionDays: _, tags: __, ...words }: Partial<AgreementInput>): boolean {
  return Object.keys(words).length > 0
}

const isSame = (one: readonly string[], other: readonly string[]) => JSON.stringify(one) === JSON.stringify(other)

async function addVersion(ctx: Context, { id, version, archivedAt }: Agreement, input: AgreementInput): Promise<void> {
  if (archivedAt) throw new DomainError('conflict', 'agreement_archived', say('agreement_archived'))
  const number = version + 1
  await insertVersion(ctx, id, number, input)
  await ctx.db
    .updateTable('agreements')
    .set({ title: input.title, current_version: number, updated_at: ctx.now })
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', id)
    .execute()
  await recordAudit(ctx, {
    action: 'agreement.updated',
    subject: { type: 'agreement', id },
    data: { version: number },
  })
}

/** One agreement. Throws `agreement_not_found`. */
export async function getAgreement(ctx: Context, id: Id): Promise<Agreement> {
  requirePermission(ctx, 'agreements:read')
  const row = await selectAgreements(ctx).where('agreement.id', '=', id).executeTakeFirst()
  if (!row) throw notFound('agreement')
  return toAgreement(row)
}

/**
 * Archives an agreement and deactivates its links. Submissions stay. A second call changes nothing. Throws
 * `agreement_not_found`.
 */
export async function archiveAgreement(ctx: Context, id: Id): Promise<Agreement> {
  requirePermission(ctx, 'agreements:write')
  return transaction(ctx, async (inner) => {
    await holdAgreement(inner, id)
    const known = await getAgreement(forOwnRead(inner), id)
    if (known.archivedAt) return known
    await inner.db
      .updateTable('agreements')
      .set({ archived_at: inner.now, updated_at: inner.now })
      .where('organization_id', '=', inner.organizationId)
      .where('id', '=', id)
      .execute()
    await inner.db
      .updateTable('agreement_links')
      .set({ is_active: false, updated_at: inner.now })
      .where('organization_id', '=', inner.organizationId)
      .where('agreement_id', '=', id)
      .execute()
    await recordAudit(inner, { action: 'agreement.archived', subject: { type: 'agreement', id } })
    return getAgreement(forOwnRead(inner), id)
  })
}

/**
 * Archives an agreement, or throws when an archived one should be active again: archiving is final.
 * Throws `agreement_not_found`, `agreement_archived`.
 */
export async function setAgreementArchived(ctx: Context, id: Id, isArchived: boolean): Promise<Agreement> {
  if (isArchived) return archiveAgreement(ctx, id)
  requirePermission(ctx, 'agreements:write')
  const known = await getAgreement(forOwnRead(ctx), id)
  if (!known.archivedAt) return known
  throw new DomainError('conflict', 'agreement_archived', say('agreement_archived_for_good'))
}

/** Locks an agreement against changes of it and its links until the transaction ends. */
export async function holdAgreement(ctx: Context, id: Id): Promise<void> {
  await ctx.db
    .selectFrom('agreements')
    .select('id')
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .execute()
}

// A new text replaces the PDF of an agreement. A new PDF comes with an empty text.
function withOneSource<Input extends AgreementInput>(input: Input, { source, pdf }: Partial<AgreementInput>): Input {
  return source && !pdf ? { ...input, pdf: null } : input
}

async function insertVersion(ctx: Context, agreementId: Id, number: number, input: AgreementInput): Promise<void> {
  const { pdf = null } = input
  if (isUpload(pdf)) await keepFile(ctx, pdf)
  await ctx.db
    .insertInto('agreement_versions')
    .values({
      organization_id: ctx.organizationId,
      agreement_id: agreementId,
      number,
      title: input.title,
      source: input.source,
      source_sha256: pdf ? Buffer.from(pdf.sha256, 'hex') : sha256(input.source),
      pdf_sha256: pdf && Buffer.from(pdf.sha256, 'hex'),
      pdf_name: pdf?.name ?? null,
      signer_roles: JSON.stringify(completeRoles(input.signerRoles)),
      fields: JSON.stringify(input.fields),
      required_verifications: JSON.stringify(input.requiredVerifications),
      language: chooseLanguage(input),
      language_given: Boolean(input.language),
      shown_metadata: input.shownMetadata ? [...new Set(input.shownMetadata)] : null,
      created_by: userOf(ctx),
      created_at: ctx.now,
    })
    .execute()
}

/** Selects the agreements of the organization in their newest versions. Every read starts here. */
export function selectAgreements(ctx: Context) {
  return ctx.db
    .selectFrom('agreements as agreement')
    .innerJoin('agreement_versions as version', (join) =>
      join
        .onRef('version.organization_id', '=', 'agreement.organization_id')
        .onRef('version.agreement_id', '=', 'agreement.id')
        .onRef('version.number', '=', 'agreement.current_version'),
    )
    .leftJoin('pdf_sources as pdf', (join) =>
      join.onRef('pdf.organization_id', '=', 'version.organization_id').onRef('pdf.sha256', '=', 'version.pdf_sha256'),
    )
    .selectAll('agreement')
    .select([
      'version.source',
      'version.source_sha256',
      'version.signer_roles',
      'version.fields',
      'version.required_verifications',
      'version.language',
      'version.language_given',
      'version.shown_metadata',
      'version.pdf_name',
      'version.pdf_sha256',
      ...fileColumns,
    ])
    .where('agreement.organization_id', '=', ctx.organizationId)
}

type Row = Selectable<Tables['agreements']> &
  Pick<
    Selectable<Tables['agreement_versions']>,
    | 'source'
    | 'source_sha256'
    | 'signer_roles'
    | 'fields'
    | 'required_verifications'
    | 'language'
    | 'language_given'
    | 'shown_metadata'
  > &
  Parameters<typeof toFile>[0]

export function toAgreement(row: Row): Agreement {
  return {
    id: row.id,
    version: row.current_version,
    title: row.title,
    source: row.source,
    sourceSha256: row.source_sha256.toString('hex'),
    pdf: toFile(row),
    signerRoles: row.signer_roles,
    fields: toFields(row.fields),
    requiredVerifications: row.required_verifications,
    language: row.language,
    isLanguageGiven: row.language_given,
    shownMetadata: row.shown_metadata,
    documentRetentionDays: row.document_retention_days,
    tags: row.tags,
    copyOf: row.copy_of,
    archivedAt: row.archived_at,
    createdBy: row.created_by,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

function userOf(ctx: Context): Id | null {
  return ctx.actor.kind === 'user' ? ctx.actor.id : null
}

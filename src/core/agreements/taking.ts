import type { Context } from '../context.ts'
import { fault, invalid, refuseFaults } from '../errors.ts'
import type { Id } from '../ids.ts'
import { forOwnRead, requirePermission } from '../permissions.ts'
import { type Agreement, createAgreement, getAgreement, makesVersion, updateAgreement } from './agreements.ts'
import { duplicateAgreement } from './duplicate.ts'
import type { AgreementInput } from './rules.ts'
import { type FileUpload, importFields, importRoles, type PdfSources, readUpload } from './sources/index.ts'
import { readVersionWords } from './versions.ts'

/** An agreement as a client sends it: a text, or a file from which fields can be imported. */
export type GivenAgreement = Omit<AgreementInput, 'source' | 'pdf' | Needed> &
  Partial<Pick<AgreementInput, 'source' | Needed>> &
  Sent
type Needed = 'signerRoles' | 'fields'
type Sent = { fileUpload?: FileUpload; importFields?: boolean }

/** A change as a client sends it. Omitted members are copied from version `fromVersion`, if it is given. */
type GivenChanges = Partial<GivenAgreement> & { fromVersion?: number }

/** What publishing needs. `requireSeal` throws while finished documents cannot be sealed. */
type Publishing = { pdfSources: PdfSources; requireSeal(): Promise<void> }

/**
 * Creates an agreement from a text or a PDF. Publishes nothing that could not be sealed after signing.
 * Throws what createAgreement throws, `validation_failed` for a refused PDF, `seal_not_ready`.
 */
export async function createAgreementOf(ctx: Context, how: Publishing, given: GivenAgreement): Promise<Agreement> {
  const { fileUpload: _, importFields: __, source = '', signerRoles = [], fields = [], ...rest } = given
  const missing = (['signerRoles', 'fields'] as const).filter((name) => given[name] === undefined)
  refuseFaults([
    ...missing.map((name) => fault([name], 'required')),
    ...(!given.fileUpload && given.source === undefined ? [fault(['source'], 'source_missing')] : []),
  ])
  const input = { ...rest, signerRoles, fields }
  const file = await takeFile(ctx, how.pdfSources, given, input)
  await how.requireSeal()
  return createAgreement(ctx, { ...input, source, ...file })
}

/**
 * Changes an agreement, its text or its PDF, or makes an older version with its PDF the newest. Tags and retention can
 * change even when no document can be sealed, because nobody signs them. Throws what updateAgreement and
 * createAgreementOf throw.
 */
export async function updateAgreementOf(
  ctx: Context,
  how: Publishing,
  id: Id,
  given: GivenChanges,
  allow: (current: Agreement) => void = () => {},
): Promise<Agreement> {
  const { fileUpload: _, importFields: __, fromVersion, ...changes } = given
  requirePermission(ctx, 'agreements:write')
  const older = fromVersion === undefined ? null : await readVersionWords(ctx, id, fromVersion)
  const known = older ?? (given.importFields ? await getAgreement(forOwnRead(ctx), id) : null)
  const file = await takeFile(ctx, how.pdfSources, given, { ...known, ...changes })
  const all = { ...older, ...changes, ...(changes.source ? { pdf: null } : {}), ...file }
  if (makesVersion(all)) await how.requireSeal()
  return updateAgreement(ctx, id, all, allow)
}

/** Copies an agreement with changes. Throws what duplicateAgreement and createAgreementOf throw. */
export async function duplicateAgreementOf(
  ctx: Context,
  how: Publishing,
  id: Id,
  given: Partial<GivenAgreement>,
): Promise<Agreement> {
  const { fileUpload: _, importFields: __, ...changes } = given
  const known = given.importFields ? await getAgreement(forOwnRead(ctx), id) : null
  const file = await takeFile(ctx, how.pdfSources, given, { ...known, ...changes })
  await how.requireSeal()
  return duplicateAgreement(ctx, id, { ...changes, ...file })
}

async function takeFile(
  ctx: Context,
  pdfs: PdfSources,
  { fileUpload, importFields: imports, source }: Sent & { source?: string },
  { signerRoles = [], fields = [] }: Partial<Pick<AgreementInput, 'signerRoles' | 'fields'>>,
): Promise<Partial<AgreementInput>> {
  if (!fileUpload && imports) throw invalid([fault(['importFields'], 'import_without_file')])
  if (!fileUpload) return {}
  if (source) throw invalid([['source'], ['fileUpload', 'base64']].map((path) => fault(path, 'source_and_file')))
  const pdf = await readUpload(ctx, pdfs, fileUpload)
  if (!imports) return { pdf, source: '' }
  const roles = signerRoles.length > 0 ? signerRoles : importRoles(pdf)
  return { pdf, source: '', signerRoles: roles, fields: importFields(fields, roles, pdf) }
}

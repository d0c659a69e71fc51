import { sql } from 'kysely'
import {
  type AgreementDocument,
  type AgreementInput,
  checkFieldValues,
  chooseLanguage,
  DocumentError,
  type Field,
  type FinishedAgreement,
  findAgreementFaults,
  finishField,
  isUpload,
  keepShown,
  type PagePlace,
  parseAgreement,
  placesOf,
  shownFields,
} from '../agreements/index.ts'
import type { Context } from '../context.ts'
import type { Fault } from '../errors.ts'
import { requirePermission } from '../permissions.ts'
import { sha256 } from '../vault.ts'
import { describeFile } from './finished-source.ts'
import { finishedText, unplacedFields } from './finished-text.ts'

/** An agreement that is being written. `values` holds texts for its fields, by field key. */
export type Draft = AgreementInput & { values?: Record<string, string> | undefined }

/** A place on a PDF. `field` is the index of its field in the list. */
type FieldSpot = PagePlace & { field: number }

/**
 * How a draft would look. `document` is null for a PDF and for an unreadable text. `values` holds the valid values,
 * `spots` the places of fields on a PDF.
 */
export type Preview = {
  faults: Fault[]
  document: AgreementDocument | null
  language: string
  values: Map<string, string>
  spots: FieldSpot[]
}

/**
 * The faults of an agreement that is being written, and what can be shown in spite of them. Stores nothing.
 * Throws `permission_missing`.
 */
export function previewAgreement(ctx: Context, draft: Draft): Preview {
  requirePermission(ctx, 'agreements:write')
  const faults = findAgreementFaults(draft)
  const language = chooseLanguage(draft)
  const all = new Map(draft.fields.map((field) => [field, draft.values?.[field.key] ?? '']))
  const given = keepShown(all, draft.fields, {})
  const wrong = checkFieldValues(given)
  const isRight = (field: Field) => !wrong.some(({ path }) => path[1] === field.key)
  const values = new Map([...given].filter(([field]) => isRight(field)).map(([{ key }, value]) => [key, value]))
  const { pdf } = draft
  const document = !pdf && isReadable(faults) ? readText(draft.source) : null
  return { faults, document, language, values, spots: pdf ? findSpots(draft.fields, pdf) : [] }
}

/** The input of the typesetter for a draft without faults, without any signer. */
export async function describePreview(ctx: Context, draft: Draft, preview: Preview): Promise<FinishedAgreement> {
  const { pdf } = draft
  const { rows } = await sql<{ name: string }>`select name from organizations where id = ${ctx.organizationId}`.execute(
    ctx.db,
  )
  const shown = shownFields(draft.fields, Object.fromEntries(preview.values))
  const fields = shown.map((field) => {
    const value = preview.values.get(field.key) ?? ''
    return [field.key, finishField(field, value, { language: preview.language, mark: null })] as const
  })
  const document = preview.document ?? { blocks: [], fieldKeys: [] }
  return {
    title: draft.title,
    language: preview.language,
    organizationName: rows[0]?.name ?? '',
    agreementId: draftId,
    sourceSha256: pdf ? pdf.sha256 : sha256(draft.source).toString('hex'),
    linkId: draftId,
    submissionId: draftId,
    document: finishedText(document, draft.fields, shown),
    ...(pdf && !isUpload(pdf) ? { pdf: await describeFile(ctx, pdf, { all: draft.fields, shown }) } : {}),
    unplaced: unplacedFields(document, shown),
    fields: Object.fromEntries(fields),
    signers: [],
    metadata: {},
    completedAt: ctx.now,
  }
}

const draftId = 'DRAFT'

function findSpots(fields: readonly Field[], file: NonNullable<Draft['pdf']>): FieldSpot[] {
  return fields.flatMap((field, index) => placesOf(field, file).map((place) => ({ field: index, ...place })))
}

// The faults of a text that can still be read. Any other fault breaks a bound, and the bounds keep reading cheap.
const harmless = /^(known_field|placeholder|html$|font$|could_be_too_long$)/

function isReadable(faults: readonly Fault[]): boolean {
  return faults.every(({ path: [member], code }) => member !== 'source' || harmless.test(code))
}

function readText(source: string): AgreementDocument | null {
  try {
    return parseAgreement(source)
  } catch (error) {
    if (error instanceof DocumentError) return null
    throw error
  }
}

import { type Field, type FinishedField, finishField, shownFields } from '../agreements/index.ts'
import type { Context } from '../context.ts'
import type { SubmissionContents } from './contents.ts'
import { readMarks } from './mark.ts'
import { hasActed, type Signer } from './signer.ts'

/**
 * What people who have acted gave, by field key, as it will stand in the finished document. It is null for a field that is
 * left out of the document.
 */
export type Given = Readonly<Record<string, FinishedField | null>>

/** What signers who have acted gave in their fields. Whoever acts after them sees it before they sign. */
export async function describeGiven(
  ctx: Context,
  { version, fieldValues, language }: Pick<SubmissionContents, 'version' | 'fieldValues' | 'language'>,
  signers: readonly Signer[],
): Promise<Given> {
  const acted = new Map(signers.filter(hasActed).map((signer) => [signer.role, signer]))
  if (acted.size === 0) return {}
  const marks = await readMarks(ctx, [...acted.values()])
  const shown = new Set(shownFields(version.fields, fieldValues))
  const finish = (field: Field) => {
    const mark = marks.get(acted.get(field.role)?.id ?? '') ?? null
    return finishField(field, fieldValues[field.key] ?? '', { language, mark })
  }
  const fields = version.fields.filter(({ role }) => acted.has(role))
  return Object.fromEntries(fields.map((field) => [field.key, shown.has(field) ? finish(field) : null]))
}

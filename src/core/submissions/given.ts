import { type Field, type FinishedField, finishField, shownFields } from '../agreements/index.ts'
import type { Context } from '../context.ts'
import type { SubmissionContents } from './contents.ts'
import { readMarks } from './mark.ts'
import { hasActed, type Signer } from './signer.ts'

/**
 * The values of people who have acted, by field key, as the finished document will show them. Null for a field that the
 * document leaves out.
 */
export type Given = Readonly<Record<string, FinishedField | null>>

/** The values of signers who have acted. Later signers see them before they sign. */
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

import {
  type Field,
  type FileWord,
  fileTypes,
  longestFileName,
  usualFileTypes,
  usualMegabytes,
} from '../agreements/index.ts'
import type { Context } from '../context.ts'
import { DomainError, type Fault, fault, refuseFaults, say } from '../errors.ts'
import { forgetSignerFiles, saveSignerFile } from '../submissions/index.ts'
import { readTyped } from '../typed-text.ts'
import { judgePdf, sniffType } from '../uploads.ts'
import type { Ceremony } from './ceremony.ts'
import { requireSameForm, type Shown } from './form.ts'
import { withCeremony } from './steps.ts'

/**
 * Stores a file that the signer uploaded into a field. Its bytes decide its type. A PDF with active content is refused;
 * files are not scanned otherwise.
 * Throws `validation_failed`, `form_outdated`, `field_not_found`.
 */
export async function sendFile(
  ctx: Context,
  ceremony: Ceremony,
  form: Shown,
  sent: { field: string; name: string; bytes: Buffer },
): Promise<void> {
  requireSameForm(ceremony, form)
  const field = findFileField(ceremony, sent.field)
  const name = nameOf(sent.name)
  const contentType = sniffType(sent.bytes)
  refuseFaults(await findFaults(field, sent.bytes, contentType))
  await withCeremony(ctx, ceremony, async (inner, { signer, step }) => {
    if ((step !== 'sign' && step !== 'approve') || contentType === null) return
    await saveSignerFile(inner, signer, { field: field.key, name, contentType, bytes: sent.bytes })
  })
}

/** Deletes the file of a field before the signer has signed. Throws `form_outdated`, `field_not_found`. */
export async function takeFileBack(ctx: Context, ceremony: Ceremony, form: Shown, key: string): Promise<void> {
  requireSameForm(ceremony, form)
  const field = findFileField(ceremony, key)
  await withCeremony(ctx, ceremony, async (inner, { signer, step }) => {
    if (step === 'sign' || step === 'approve') await forgetSignerFiles(inner, [signer.id], [field.key])
  })
}

/**
 * The types and the size of files that a field accepts. `words` are the names of the types as the agreement gives them.
 */
export function filesTaken({ accept = [...usualFileTypes], maxMegabytes = usualMegabytes }: Field): {
  words: FileWord[]
  types: string[]
  bytes: number
  megabytes: number
} {
  const types = accept.map((word) => fileTypes[word])
  return { words: accept, types, bytes: maxMegabytes * 1_024 * 1_024, megabytes: maxMegabytes }
}

async function findFaults(field: Field, bytes: Buffer, type: string | null): Promise<Fault[]> {
  const path = ['fields', field.key]
  const { words, types, bytes: most, megabytes } = filesTaken(field)
  if (bytes.length === 0) return [fault(path, 'required_file')]
  if (bytes.length > most) return [fault(path, 'file_size', { megabytes })]
  if (type === null || !types.includes(type)) return [fault(path, 'file_type', { types: words })]
  const why = type === 'application/pdf' ? await judgePdf(bytes) : null
  return why === null ? [] : [fault(path, why === 'active' ? 'file_active' : 'file_unreadable')]
}

function findFileField({ version, signer }: Ceremony, key: string): Field {
  const field = version.fields.find((one) => one.key === key && one.role === signer.role && one.type === 'file')
  if (field) return field
  throw new DomainError('not_found', 'field_not_found', say('not_found', { noun: 'field' }))
}

/** The file name without folders and invisible characters. */
function nameOf(given: string): string {
  const name = readTyped(given.split(/[\\/]/).at(-1) ?? '').replaceAll(/\p{C}/gu, '')
  return [...name].slice(-longestFileName).join('') || 'file'
}

import type { Field } from '../fields/index.ts'
import { completeRoles, type GivenRole } from '../roles.ts'
import type { PdfUpload } from './file.ts'
import type { PdfFormField } from './pdf.ts'

const longestKey = 50

/** The roles that the placeholders of a PDF name. One signer when they name none. */
export function importRoles({ anchors }: PdfUpload): GivenRole[] {
  const named = [...new Set(anchors.flatMap(({ role }) => role ?? []))]
  const keys = named.length > 0 ? named : ['signer']
  return keys.map((key) => ({ key, name: labelOf(key, '') }))
}

/**
 * Adds the fields of a PDF to the given fields: its form fields, its placeholders, and a missing signature for each
 * signer role. Given fields stay as they are. A field without a role belongs to the first signer.
 */
export function importFields(given: readonly Field[], roles: readonly GivenRole[], upload: PdfUpload): Field[] {
  const fields = [...given]
  const all = completeRoles(roles)
  const acting = all.filter(({ kind }) => kind !== 'copy')
  const first = acting.find(({ kind }) => kind === 'signer')?.key ?? acting[0]?.key ?? ''
  for (const { key, role } of upload.anchors) {
    if (!fields.some((field) => field.key === key)) fields.push(ofWords(key, role ?? first))
  }
  for (const blank of upload.formFields) fields.push(ofForm(blank, freeKey(blank.name, fields), first))
  for (const { key: role, kind } of all) {
    const isSigned = fields.some((field) => field.type === 'signature' && field.role === role)
    if (kind === 'signer' && !isSigned) fields.push(signatureOf(freeKey(`signature_${role}`, fields), role))
  }
  return fields
}

function ofWords(key: string, role: string): Field {
  const [word = key] = key.split('_')
  // A `name` without a role could belong to any role, so only a name with a role is filled in automatically.
  const automatic = (['name', 'email', 'signing_date'] as const).find((one) => key === `${one}_${role}`)
  const type = automatic ?? (word === 'signature' || word === 'initials' || word === 'date' ? word : 'text')
  return type === 'signature' ? signatureOf(key, role) : { key, type, role, label: labelOf(key, role), required: true }
}

function signatureOf(key: string, role: string): Field {
  return { key, type: 'signature', role, label: 'Signature', required: true }
}

function labelOf(key: string, role: string): string {
  const words = key.replace(new RegExp(`_${role}$`), '').replaceAll('_', ' ')
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}

function ofForm(
  { label, kind, place, required, multiline, choices = [] }: PdfFormField,
  key: string,
  role: string,
): Field {
  const known = [...new Set(choices.map((choice) => choice.trim().slice(0, 200)).filter(Boolean))].slice(0, 100)
  const type = kind === 'choice' && known.length < 2 ? 'text' : kind
  const words = label
    .replace(/[\p{Cc}\p{Cf}{}]+/gu, ' ')
    .trim()
    .slice(0, 200)
  return {
    key,
    type,
    role,
    label: words || key,
    required: type === 'signature' || required,
    ...(type === 'text' && multiline ? { multiline } : {}),
    ...(type === 'choice' ? { choices: known, display: 'dropdown' as const } : {}),
    ...(place ? within(place) : {}),
  }
}

// A form field may reach over the edge of its page; a field of an agreement may not.
function within({ page, x, y, width, height }: NonNullable<PdfFormField['place']>) {
  const [left, top] = [Math.min(Math.max(x, 0), 0.99), Math.min(Math.max(y, 0), 0.99)]
  return { page, x: left, y: top, width: Math.min(width, 1 - left), height: Math.min(height, 1 - top) }
}

/** An unused key, made from the name of a form field. */
function freeKey(name: string, fields: readonly Field[]): string {
  const letters = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
  const base = letters.slice(0, longestKey - 4) || 'field'
  const isFree = (key: string) => !(key in Object.prototype) && !fields.some((field) => field.key === key)
  for (let number = 1; ; number++) {
    const key = number === 1 ? base : `${base}_${number}`
    if (isFree(key)) return key
  }
}

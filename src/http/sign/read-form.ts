import type { FastifyRequest } from 'fastify'
import type { SignatureInput, SignInput } from '../../core/ceremony/index.ts'
import { invalid } from '../../core/errors.ts'
import type { Person } from '../../core/verifications/index.ts'

/** The members of a sent form. A name that came twice counts once, with its last value. */
export function readForm({ body }: FastifyRequest): Record<string, string> {
  return Object.fromEntries(
    Object.entries(body ?? {}).map(([name, value]): [string, string] => [
      name,
      String(Array.isArray(value) ? value.at(-1) : value),
    ]),
  )
}

/** Personal details out of names such as `legalName.first`. A group of which nothing was filled in is left out. */
export function readPerson(form: Record<string, string>): Person {
  const text = (name: string) => form[name]?.trim() ?? ''
  const group = <K extends string>(name: string, members: readonly K[], optional: readonly K[] = []) => {
    const filled = members.filter((member) => text(`${name}.${member}`) !== '')
    if (filled.length === 0) return undefined
    const kept = members.filter((member) => !optional.includes(member) || filled.includes(member))
    return Object.fromEntries(kept.map((member) => [member, text(`${name}.${member}`)])) as Record<K, string>
  }
  const person = {
    legalName: group('legalName', ['first', 'middle', 'last'], ['middle']),
    dateOfBirth: text('dateOfBirth') || undefined,
    ssn: text('ssn') || undefined,
    address: group('address', ['street', 'city', 'state', 'zip']),
    driverLicence: group('driverLicence', ['number', 'state']),
    contact: group('contact', ['email', 'phone'], ['email', 'phone']),
  }
  return Object.fromEntries(Object.entries(person).filter(([, value]) => value !== undefined))
}

/** The fields and the mark out of the signing form. Throws `validation_failed` for a drawing that is not a PNG. */
export function readSignature(form: Record<string, string>, locale: string): SignInput {
  const fields = Object.entries(form).filter(([name]) => name.startsWith('field.'))
  return {
    fields: Object.fromEntries(fields.map(([name, value]) => [name.slice('field.'.length), value])),
    signature: readMark(form),
    locale,
  }
}

function readMark(form: Record<string, string>): SignatureInput {
  if (form.signature_method !== 'drawn') return { method: 'typed', text: form.signature_text ?? '' }
  const [, base64] = /^data:image\/png;base64,([A-Za-z0-9+/=]+)$/.exec(form.signature_png ?? '') ?? []
  if (base64) return { method: 'drawn', png: Buffer.from(base64, 'base64') }
  const message = 'Nothing is drawn yet. Draw your signature, or type your name.'
  throw invalid([{ path: ['signature'], rule: 'drawn', message }])
}

import type { FastifyRequest } from 'fastify'
import type { ConsentInput, Identity, SignatureInput, SignInput } from '../../core/ceremony/index.ts'

/** The members of a sent form. A name that came twice counts once, with its last value. */
export function readForm({ body }: FastifyRequest): Record<string, string> {
  return Object.fromEntries(
    Object.entries(body ?? {}).map(([name, value]): [string, string] => [
      name,
      String(Array.isArray(value) ? value.at(-1) : value),
    ]),
  )
}

/** The language of the texts that are consented to. */
const locale = 'en'

/** Who the signer says they are. */
export function readIdentity({ name = '', email = '', electronic_records }: Record<string, string>): Identity {
  return { name, email, electronicRecords: electronic_records === 'true', locale }
}

/** A consent to one text. */
export function readConsent({ kind = '', typed_name = '', agreed }: Record<string, string>): ConsentInput {
  return { kind, typedName: typed_name, agreed: agreed === 'true', locale }
}

/** The fields and the mark out of the signing form. */
export function readSignature(form: Record<string, string>, locale: string): SignInput {
  return {
    // What is drawn for a field stands for what was typed there before.
    fields: { ...membersOf(form, 'field.'), ...membersOf(form, 'drawing.') },
    signature: readMark(form),
    locale,
  }
}

/** The members with a prefix that say something; every one of those that are typed, so that none is missed. */
function membersOf(form: Record<string, string>, prefix: 'field.' | 'drawing.'): Record<string, string> {
  const own = Object.entries(form).filter(
    ([name, value]) => name.startsWith(prefix) && (prefix === 'field.' || value !== ''),
  )
  return Object.fromEntries(own.map(([name, value]) => [name.slice(prefix.length), value]))
}

function readMark(form: Record<string, string>): SignatureInput {
  if (form.signature_method === 'drawn') return { method: 'drawn', drawing: form.signature_drawing ?? '' }
  return { method: 'typed', text: form.signature_text ?? '' }
}

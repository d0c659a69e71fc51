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
  const fields = Object.entries(form).filter(([name]) => name.startsWith('field.'))
  return {
    fields: Object.fromEntries(fields.map(([name, value]) => [name.slice('field.'.length), value])),
    signature: readMark(form),
    locale,
  }
}

function readMark(form: Record<string, string>): SignatureInput {
  if (form.signature_method === 'drawn') return { method: 'drawn', drawing: form.signature_drawing ?? '' }
  return { method: 'typed', text: form.signature_text ?? '' }
}

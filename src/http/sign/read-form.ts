import type { FastifyRequest } from 'fastify'
import type { ConsentInput, Identity, SignatureInput, SignInput } from '../../core/ceremony/index.ts'
import { invalid } from '../../core/errors.ts'

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

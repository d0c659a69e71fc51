import type { FastifyRequest } from 'fastify'
import { isKey } from '../../core/agreements/index.ts'
import type { ConsentInput, Identity, OthersInput, SignatureInput, SignInput } from '../../core/ceremony/index.ts'
import { isLanguage, type Language } from '../../texts/index.ts'
import type { Reader } from '../reader.ts'

type Form = Record<string, string>

/** The members of a sent form. If a name comes twice, its last value counts. */
export function readForm({ body }: FastifyRequest): Form {
  return Object.fromEntries(
    Object.entries(body ?? {}).map(([name, value]): [string, string] => [
      name,
      String(Array.isArray(value) ? value.at(-1) : value),
    ]),
  )
}

/** The language of the form's page. Its reader may have chosen another language since. */
function languageOf({ language = '' }: Form, reader: Reader): Language {
  return isLanguage(language) ? language : reader.language
}

/** The name and address that the signer gave. */
export function readIdentity(form: Form, reader: Reader): Identity {
  const { name = '', email = '', electronic_records } = form
  return { name, email, electronicRecords: electronic_records === 'true', locale: languageOf(form, reader) }
}

/** A consent to one text. */
export function readConsent(form: Form, reader: Reader): ConsentInput {
  const { kind = '', typed_name = '', agreed } = form
  return { kind, typedName: typed_name, agreed: agreed === 'true', locale: languageOf(form, reader) }
}

/** The fields and the mark of the signing form. */
export function readSignature(form: Form, reader: Reader): SignInput {
  return {
    // A drawing for a field replaces an earlier typed value.
    fields: { ...membersOf(form, 'field.'), ...membersOf(form, 'drawing.') },
    signature: readMark(form),
    locale: reader.locale,
    asked: form.asked?.split(' '),
    seen: form.seen?.split(' '),
    language: languageOf(form, reader),
  }
}

/** The members with a prefix. Empty drawings are left out; empty typed values stay, so that none is missed. */
function membersOf(form: Form, prefix: 'field.' | 'drawing.'): Record<string, string> {
  const own = Object.entries(form).filter(
    ([name, value]) => name.startsWith(prefix) && (prefix === 'field.' || value !== ''),
  )
  return Object.fromEntries(own.map(([name, value]) => [name.slice(prefix.length), value]))
}

/** The names and addresses of the others, by role: `other.<role>.name` and `other.<role>.email`. */
export function readOthers(form: Form): OthersInput {
  const roles = Object.keys(form)
    .flatMap((name) => /^other\.(\w+)\.email$/.exec(name)?.[1] ?? [])
    .filter(isKey)
  return Object.fromEntries(
    roles.map((role) => [role, { name: form[`other.${role}.name`] ?? '', email: form[`other.${role}.email`] ?? '' }]),
  )
}

function readMark(form: Form): SignatureInput {
  if (form.signature_method === 'drawn') return { method: 'drawn', drawing: form.signature_drawing ?? '' }
  return { method: 'typed', text: form.signature_text ?? '' }
}

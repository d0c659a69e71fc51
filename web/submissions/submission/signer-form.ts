import { answersOf } from '../../agreements/links/sender-options.tsx'
import { useChange } from '../../app/api.ts'
import { useApiForm } from '../../parts/api-form.ts'
import type { Field } from './fields-of.ts'
import type { Signer } from './part.ts'

type Saved = { name: string; email: string; signingUrl: string | null | undefined }

/**
 * The form about a person, and the function that saves it. `fields` are those that a sender can fill in for the person.
 */
export function useSignerForm(signer: Signer, fields: readonly Field[], onSaved: (saved: Saved) => void) {
  const { name, email, delivery, kind, access, mayDelegate } = signer.attributes
  const initial = {
    ...{ name: name ?? '', email: email ?? '', delivery: delivery ?? ('email' as const) },
    ...{ emailCode: access.emailCode, mayDelegate, isCleared: false },
    newFields: Object.fromEntries(fields.map(({ key }) => [key, ''])),
  }
  const save = useChange(
    ['signers', 'submissions', 'audit-events', 'verifications'],
    (api, { emailCode, newFields, isCleared, ...given }: typeof initial) => {
      const before = isCleared ? Object.fromEntries(fields.map(({ key }) => [key, ''])) : {}
      const filled = { ...before, ...answersOf(newFields, fields) }
      const acting = { access: { emailCode }, ...(Object.keys(filled).length > 0 && { newFields: filled }) }
      return api.update('signers', signer.id, kind === 'copy' ? given : { ...given, ...acting })
    },
  )
  return useApiForm(initial, async (given) => {
    const { data } = await save.mutateAsync(given)
    onSaved({ name: given.name, email: given.email, signingUrl: data.attributes.signingUrl })
  })
}

import type { Resources } from '../../clients/jsonapi/src/index.ts'
import type { agreements } from '../texts/en/agreements.ts'

export type NewAgreement = Resources['agreements']['create']
export type Starter = keyof typeof agreements.form.starts

/** The text of a new agreement, in its author's language. */
export function startAgreement(starter: Starter, title: string, say: typeof agreements): NewAgreement {
  const { labels, signer, ...sources } = say.starters
  const source = sources[starter]
  const role = 'signer'
  const known = [
    { key: 'name', type: 'text' as const },
    { key: 'start', type: 'date' as const },
    { key: 'signature', type: 'signature' as const },
  ]
  const fields = known
    .filter(({ key }) => source.includes(`{{${key}}}`))
    .map(({ key, type }) => ({ key, type, role, label: labels[key as keyof typeof labels], required: true }))
  return {
    title,
    source,
    signerRoles: [{ key: role, name: signer }],
    fields,
    requiredVerifications: starter === 'checked' ? [{ type: 'enhanced_identity_verification', tier: null, role }] : [],
  }
}

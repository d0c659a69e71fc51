import { asClient } from '../../app/api.ts'

/** An open link: the newest of the agreement, or a new one. */
export function linkOf(agreementId: string): Promise<string> {
  return asClient(async (api) => {
    const agreement = { data: { type: 'agreements' as const, id: agreementId } }
    const known = await api.list('agreement-links', { filter: { agreement: agreementId, isActive: true } })
    const open = known.data.find(({ attributes: { expiresAt } }) => (expiresAt ?? '9') > new Date().toISOString())
    return open?.id ?? (await api.create('agreement-links', {}, { agreement })).data.id
  })
}

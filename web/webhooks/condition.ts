import type { Resource } from '../app/api.ts'

type Told = Resource<'webhooks'>['attributes']

/** How a webhook is, in one word: what whoever looks after it needs to know first. */
export type Condition = 'off' | 'gone' | 'given-up' | 'failing' | 'untried' | 'well'

/** The condition of a webhook. */
export function conditionOf(
  told: Pick<Told, 'serviceStatus' | 'disabledReason' | 'failingSince' | 'lastSuccessAt'>,
): Condition {
  if (!told.serviceStatus) {
    if (told.disabledReason === 'gone') return 'gone'
    return told.disabledReason === 'failing' ? 'given-up' : 'off'
  }
  if (told.failingSince !== null) return 'failing'
  return told.lastSuccessAt === null ? 'untried' : 'well'
}

import type { Resource } from '../app/api.ts'

type Told = Resource<'webhooks'>['attributes']

/** The condition of a webhook in one word: the first thing that its owner needs to know. */
export type Condition = 'off' | 'gone' | 'given-up' | 'failing' | 'untried' | 'well'

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

import { type Fault, fault } from './errors.ts'

export const mostRetentionDays = 36_500

/** The faults of how many days finished documents are kept. Null means no rule, which keeps them. */
export function findRetentionFaults({
  documentRetentionDays: days,
}: {
  documentRetentionDays?: number | null
}): Fault[] {
  if (days === undefined || days === null) return []
  if (Number.isInteger(days) && days >= 1 && days <= mostRetentionDays) return []
  return [fault(['documentRetentionDays'], 'range_or_none', { least: 1, most: mostRetentionDays, value: days })]
}

import { type Fault, fault } from './errors.ts'

export const mostRetentionDays = 36_500

/** The faults of the number of days for which finished documents are kept. Null sets no limit. */
export function findRetentionFaults({
  documentRetentionDays: days,
}: {
  documentRetentionDays?: number | null
}): Fault[] {
  if (days === undefined || days === null) return []
  if (Number.isInteger(days) && days >= 1 && days <= mostRetentionDays) return []
  return [fault(['documentRetentionDays'], 'range_or_none', { least: 1, most: mostRetentionDays, value: days })]
}

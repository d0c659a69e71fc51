import type { Resource } from '../app/api.ts'
import type { Tone } from '../parts/status-badge.tsx'

type Status = Resource<'submissions'>['attributes']['status']

/** What the states of a submission mean to who sent it. */
export const tones: Record<Status, Tone> = {
  created: 'busy',
  viewed: 'busy',
  signed: 'busy',
  completed: 'good',
  declined: 'bad',
  voided: 'calm',
  expired: 'warn',
}

/** Whether nothing more will come of it. */
export const hasEnded = (status: Status) => !['created', 'viewed', 'signed'].includes(status)

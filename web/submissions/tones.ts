import type { Resource } from '../app/api.ts'
import type { Tone } from '../parts/status-badge.tsx'

type Status = Resource<'submissions'>['attributes']['status']

/** The meaning of a submission's states for its sender. */
export const tones: Record<Status, Tone> = {
  created: 'busy',
  viewed: 'busy',
  signed: 'busy',
  completed: 'good',
  declined: 'bad',
  voided: 'calm',
  expired: 'warn',
}

/** Whether a submission has ended. */
export const hasEnded = (status: Status) => !['created', 'viewed', 'signed'].includes(status)

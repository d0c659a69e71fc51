import { type Static, Type } from 'typebox'
import { eventTypes } from '../../../core/events.ts'
import type { EventFilters } from '../../../core/webhooks/index.ts'
import { givenTime, pageQuery, word } from '../members.ts'

const states = ['pending', 'delivered', 'failed', 'held'] as const

/** The query of every list of events. */
export const eventFilters = {
  ...pageQuery,
  event_type: Type.Optional(word(eventTypes, 'Only events of this type.')),
  state: Type.Optional(word(states, 'Only events whose delivery stands so.')),
  undelivered: Type.Optional(Type.Boolean({ description: 'Only events that no 2xx has answered yet.' })),
  since: Type.Optional(givenTime('Only events of this moment or later.')),
  until: Type.Optional(givenTime('Only events before this moment.')),
}

const filtersObject = Type.Object(eventFilters)

/** The filters in the words of core. */
export function readFilters(query: Static<typeof filtersObject>): EventFilters {
  return {
    ...(query.event_type ? { types: [query.event_type] } : {}),
    ...(query.state ? { states: [query.state] } : {}),
    ...(query.undelivered ? { undelivered: true } : {}),
    ...(query.since === undefined ? {} : { occurredFrom: new Date(query.since) }),
    ...(query.until === undefined ? {} : { occurredBefore: new Date(query.until) }),
  }
}

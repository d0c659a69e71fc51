import { type Static, Type } from 'typebox'
import { refuseFaults } from '../../../core/errors.ts'
import { eventTypes } from '../../../core/events.ts'
import { type ListFilter, only } from '../../../core/lists/index.ts'
import { checkHappened } from '../../../core/moments.ts'
import { givenTime, pageQuery, word } from '../members.ts'

const states = ['pending', 'delivered', 'failed', 'held'] as const

/** The query of every list of events. */
export const eventFilters = {
  ...pageQuery,
  event_type: Type.Optional(word(eventTypes, 'Only events of this type.')),
  state: Type.Optional(word(states, 'Only events with a delivery in this state.')),
  undelivered: Type.Optional(Type.Boolean({ description: 'Only events without an answer of 2xx.' })),
  since: Type.Optional(givenTime('Only events of this moment or later.')),
  until: Type.Optional(givenTime('Only events before this moment.')),
}

const filtersObject = Type.Object(eventFilters)

/**
 * The filters in core's words; each list adds its own `state` or `undelivered`. Throws `validation_failed` for an empty
 * span.
 */
export function readEventFilters(now: Date, { event_type, since, until }: Static<typeof filtersObject>): ListFilter[] {
  const ends = Object.entries({ since, until }).flatMap(([name, at]) => (at === undefined ? [] : [{ name, at }]))
  refuseFaults(ends.flatMap(({ name, at }) => checkHappened(now, [name], new Date(at))))
  const range = {
    ...(since === undefined ? {} : { from: new Date(since) }),
    ...(until === undefined ? {} : { before: new Date(until) }),
  }
  return [
    ...(event_type ? [only('type', event_type)] : []),
    ...(Object.keys(range).length > 0 ? [{ field: 'occurredAt', ...range }] : []),
  ]
}

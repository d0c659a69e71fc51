import type { Static, TSchema } from 'typebox'
import { Check } from 'typebox/value'
import { type EventType, eventTypes } from '../../core/events.ts'

/** Reads a checked value as the type that the core wants. Throws a plain Error on another type: the check failed us. */
export type Reader<T> = (value: unknown) => T

/** What a client gave, checked against the registry, under the core's names. Members left out are not there. */
export type Input = {
  /** A member that the check made sure of. */
  need<T>(name: string, read: Reader<T>): T
  /** The members that were given, for verbs where the others stay as they are. */
  given<S extends Record<string, Reader<unknown>>>(shape: S): { [K in keyof S]?: ReturnType<S[K]> }
}

/** An input over values under the core's names. */
export function createInput(values: ReadonlyMap<string, unknown>): Input {
  return {
    need: (name, read) => read(values.get(name)),
    given<S extends Record<string, Reader<unknown>>>(shape: S) {
      const found: { [K in keyof S]?: ReturnType<S[K]> } = {}
      for (const name in shape) {
        const read: Reader<unknown> | undefined = shape[name]
        if (read && values.has(name)) Object.assign(found, { [name]: read(values.get(name)) })
      }
      return found
    },
  }
}

export const asText: Reader<string> = (value) => {
  if (typeof value === 'string') return value
  throw mismatch('a text')
}

export const asTexts: Reader<string[]> = (value) => {
  if (Array.isArray(value)) return value.map(asText)
  throw mismatch('a list of texts')
}

export const asInteger: Reader<number> = (value) => {
  if (typeof value === 'number') return value
  throw mismatch('a number')
}

export const asBoolean: Reader<boolean> = (value) => {
  if (typeof value === 'boolean') return value
  throw mismatch('a boolean')
}

export const asEventType: Reader<EventType> = (value) => {
  const type = eventTypes.find((known) => known === value)
  if (type) return type
  throw mismatch('a type of event')
}

export const asTime: Reader<Date> = (value) => {
  if (value instanceof Date) return value
  throw mismatch('a moment')
}

/** The same reader, for members that may be null. */
export const orNull =
  <T>(read: Reader<T>): Reader<T | null> =>
  (value) =>
    value === null ? null : read(value)

/** Reads a structure that the registry checked against this schema. */
export const asShape =
  <S extends TSchema>(schema: S): Reader<Static<S>> =>
  (value) => {
    if (Check(schema, value)) return value
    throw mismatch('of its schema')
  }

function mismatch(what: string): Error {
  return new Error(`A checked value is not ${what}.`)
}

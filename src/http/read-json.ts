import { say } from '../core/errors.ts'
import type { Said } from '../texts/index.ts'

// Names that would change the prototype of an object that they are copied to. Escapes may hide them.
const suspicious = /__proto__|constructor|\\u/

/**
 * Reads a JSON text. One that would change the prototype of an object that it is copied to is refused. What is wrong is
 * told by its place, without a word of the text.
 */
export function readJson(text: string): { value: unknown } | { error: Said } {
  let hasTrap = false
  const isSuspicious = suspicious.test(text)
  const watch = (name: string, value: unknown) => {
    hasTrap ||= name === '__proto__' || (name === 'constructor' && Object.hasOwn(Object(value), 'prototype'))
    return value
  }
  try {
    const value = JSON.parse(text, isSuspicious ? watch : undefined)
    return hasTrap ? { error: say('body_traps') } : { value }
  } catch (error) {
    return { error: placeOf(error instanceof Error ? error.message : '') }
  }
}

// The engine's message quotes the body, which may hold secrets, so only the place is told.
function placeOf(message: string): Said {
  const place = /at position (\d+)/.exec(message)?.[1]
  return place ? say('body_stopped', { position: place }) : say('body_ends_early')
}

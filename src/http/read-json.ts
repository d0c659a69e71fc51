import { say } from '../core/errors.ts'
import type { Said } from '../texts/index.ts'

// These names would change the prototype of an object that receives them. Escapes may hide the names.
const suspicious = /__proto__|constructor|\\u/

/**
 * Reads a JSON text. Refuses a text that would change the prototype of an object that receives its members. The error
 * names the place of the fault, and no word of the text.
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

// The engine's message quotes the body, which may contain secrets, so the answer has only the place.
function placeOf(message: string): Said {
  const place = /at position (\d+)/.exec(message)?.[1]
  return place ? say('body_stopped', { position: place }) : say('body_ends_early')
}

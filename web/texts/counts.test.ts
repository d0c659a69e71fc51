import { expect, test } from 'vitest'

const files = import.meta.glob<Record<string, unknown>>(['./{en,fr}/*.ts', '../../src/texts/{en,fr}/*.ts'], {
  eager: true,
})

// Words with a final s that are not plural, and plural verbs.
const plural =
  /\b1 (?!(?:address|fois|mois|plus|dans|is|was|has|as|accès)\b)\p{L}+s\b|\b1 (?:are|were|have|wait|sont|ont|attendent)\b/u

// Most texts of the server count up to a limit that is never one. A time may always be one.
const ofTime = /\b1 (?:second|minute|hour|day|seconde|heure|jour)s\b/u

// Texts with a name, a version number or a percentage before the word.
const named = /\.(outcomesOf|restoredFields|revokeText|successOf|takenText|trustOf)$/

const speech = { day: String, number: String }

/** The text for numbers that are all 1, or null for a text without numbers. */
function sayOfOne(text: (...given: unknown[]) => unknown): string | null {
  const params = new Proxy({}, { get: () => 1, ownKeys: () => [] })
  const ways = [Array.from({ length: Math.max(1, text.length) }, () => 1), [params, speech]]
  for (const given of ways) {
    try {
      const said = JSON.stringify(text(...given))
      if (!said.includes('undefined')) return said
    } catch {
      // The text takes something other than numbers.
    }
  }
  return null
}

function textsOf(value: unknown, path: string): [path: string, said: string][] {
  if (typeof value === 'function') {
    const said = sayOfOne(value as Parameters<typeof sayOfOne>[0])
    return said === null ? [] : [[path, said]]
  }
  return value && typeof value === 'object'
    ? Object.entries(value).flatMap(([key, inner]) => textsOf(inner, `${path}.${key}`))
    : []
}

const texts = Object.entries(files).flatMap(([file, exports]) => textsOf(exports, file))

test('a text that counts one thing says it in the singular, in English and in French', () => {
  expect(texts.length).toBeGreaterThan(500)
  const isOff = ([path, said]: (typeof texts)[number]) =>
    path.startsWith('../../src/') ? ofTime.test(said) : plural.test(said) && !named.test(path)
  expect(texts.filter(isOff)).toEqual([])
})

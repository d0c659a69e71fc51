import { describe, expect, test } from 'vitest'
import { errors } from './en/errors.ts'
import { refusals } from './en/refusals.ts'
import { requests } from './en/requests.ts'
import { plainSpeech, texts, writeMail } from './index.ts'

const { en, ...others } = texts
const sections = Object.keys(en) as (keyof typeof en)[]

// Stands for any parameter of a sentence: a text, a list, the failures of a webhook, or another sentence.
const anything = Object.assign(['x', 'y'], { excerpt: ['z'], code: 'server_sets', params: {} })

/** Every sentence of a section by its path, with the params that it uses. */
function sentencesOf(sayings: unknown, path = ''): Record<string, { used: string[]; sentence: string }> {
  if (typeof sayings === 'string') return { [path]: { used: [], sentence: sayings } }
  if (isSaying(sayings)) return { [path]: say(sayings) }
  const inner = Object.entries(Object(sayings)).map(([key, value]) => sentencesOf(value, path ? `${path}.${key}` : key))
  return Object.assign({}, ...inner)
}

type Saying = (...given: unknown[]) => unknown

const isSaying = (value: unknown): value is Saying => typeof value === 'function'

function say(saying: Saying) {
  const used = new Set<string>()
  const params = new Proxy(
    {},
    {
      get(_, name) {
        used.add(String(name))
        return anything
      },
      ownKeys: () => [],
    },
  )
  const sentence = JSON.stringify(saying(params, plainSpeech))
  return { used: [...used].sort(), sentence }
}

describe.each(Object.keys(others) as (keyof typeof others)[])('in %s', (language) => {
  test.each(sections)('the %s have a sentence for every English code, and for no other', (section) => {
    const codes = Object.keys(sentencesOf(en[section])).sort()
    expect(codes.length).toBeGreaterThan(4)
    expect(Object.keys(sentencesOf(texts[language][section])).sort()).toEqual(codes)
  })

  test.each(sections)('each of the %s uses the same params as in English, in other words', (section) => {
    const here = sentencesOf(texts[language][section])
    const sentences = Object.entries(sentencesOf(en[section]))
    expect(sentences.length).toBeGreaterThan(4)
    for (const [code, english] of sentences) {
      expect({ code, used: here[code]?.used }).toEqual({ code, used: english.used })
      expect({ code, sentence: here[code]?.sentence }).not.toEqual({ code, sentence: english.sentence })
    }
  })
})

test('no request and no refusal of an API shares a code with an error of core', () => {
  const codes = [errors, requests, refusals].flatMap(Object.keys)
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([])
})

test('a French mail has the same params as the English one', () => {
  const params = { code: '123456', title: 'Bail', page: 'https://a.example/' }
  const written = writeMail({ to: ['a@example.com'], letter: 'code', params, language: 'fr' })
  expect(written.subject).toBe('123456 est votre code pour «\u00a0Bail\u00a0»')
  expect(written.text).toContain('La page\u00a0: https://a.example/')
})

test('a French mail explains failed deliveries in French', () => {
  const failures = { count: 5, since: null, waiting: 2, next: null, excerpt: [] }
  const cause = { code: 'tls', params: { code: 'CERT_HAS_EXPIRED' } }
  const params = {
    state: 'failing',
    host: 'a.example',
    id: 'wb_1',
    url: 'https://a.example/',
    page: 'https://b.example/',
  }
  const letter = { to: ['a@example.com'], letter: 'webhook_health', language: 'fr' } as const
  const { text } = writeMail({ ...letter, params: { ...params, failures: { ...failures, cause } } })
  expect(text).toContain(
    'Aucune connexion TLS de confiance n’a pu être établie avec le destinataire (CERT_HAS_EXPIRED).',
  )
})

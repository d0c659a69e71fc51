import { afterEach, describe, expect, test, vi } from 'vitest'
import { JsonApiError } from '../../../clients/jsonapi/src/index.ts'
import * as english from '../../../src/texts/en.ts'
import { errorInOwnWords } from '../../app/own-words.ts'
import { sayInFrench } from './sentences.ts'

afterEach(() => vi.unstubAllGlobals())

const { attempts, errors, faults, findings, refusals, shapes } = english
const anything = Object.assign(['x', 'y'], { code: 'server_sets', params: {} })
const days = ['min', 'max', 'given']
const values = new Proxy(
  {},
  { get: (_, name) => (days.includes(String(name)) ? '2026-12-31' : anything), ownKeys: () => [] },
)

describe.each(Object.entries({ attempts, errors, faults, findings, refusals, shapes }))(
  'of the %s',
  (section, sentences) => {
    test.each(Object.keys(sentences))('French pages show the message of the API about %s in French', (code) => {
      expect(sayInFrench(`${section}.${code}`, values)).toMatch(/\S/)
    })
  },
)

const refusal = (sentence: string, values: object) =>
  new JsonApiError(
    422,
    [{ status: '422', code: 'x', title: 'X', detail: 'In English.', meta: { sentence, values } }],
    'r1',
  )

test.each([
  ['fr', 'faults.max_length', 'Utilisez au plus 3 caractères ; ce texte en a 5.'],
  ['en', 'faults.max_length', 'In English.'],
  ['fr', 'faults.not_known_yet', 'In English.'],
  ['fr', 'constructor.name', 'In English.'],
])('a reader of %s is told about %s: %s', async (language, sentence, detail) => {
  vi.stubGlobal('localStorage', { getItem: () => language })
  const error = await errorInOwnWords(refusal(sentence, { most: 3, length: 5 }))
  expect(error).toMatchObject({ requestId: 'r1', errors: [{ detail }] })
})

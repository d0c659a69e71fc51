import { describe, expect, test } from 'vitest'
import { type Language, plainSpeech, texts, writeMail } from './index.ts'

const { en, ...others } = texts
const sections = ['errors', 'faults', 'letters'] as const

// Stands for whatever a sentence takes: a text, a list, or the failures of a webhook.
const anything = Object.assign(['x', 'y'], { excerpt: ['z'] })

/** The values that a sentence is made with, and the sentence. */
function say(language: Language, section: (typeof sections)[number], code: string) {
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
  const sayings: object = texts[language][section]
  const sentence = JSON.stringify(Reflect.get(sayings, code)(params, plainSpeech))
  return { used: [...used].sort(), sentence }
}

describe.each(Object.keys(others) as (keyof typeof others)[])('in %s', (language) => {
  test.each(sections)('there is a sentence for every code of the %s in English, and for no other', (section) => {
    expect(Object.keys(texts[language][section])).toEqual(Object.keys(en[section]))
  })

  test.each(sections)('each of the %s says the same values as in English, in other words', (section) => {
    for (const code of Object.keys(en[section])) {
      const [here, english] = [say(language, section, code), say('en', section, code)]
      expect({ code, used: here.used }).toEqual({ code, used: english.used })
      expect(here.sentence).not.toBe(english.sentence)
    }
  })
})

test('a mail that is asked for in French is French, with the same values', () => {
  const params = { code: '123456', title: 'Bail', page: 'https://a.example/' }
  const written = writeMail({ to: ['a@example.com'], letter: 'code', params, language: 'fr' })
  expect(written.subject).toBe('123456 est votre code pour « Bail »')
  expect(written.text).toContain('La page : https://a.example/')
})

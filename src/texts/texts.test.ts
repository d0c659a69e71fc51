import { describe, expect, test } from 'vitest'
import { type Language, plainSpeech, texts } from './index.ts'

const { en, ...others } = texts
const sections = ['errors', 'faults'] as const

/** The values that a sentence is made with, and the sentence. */
function say(language: Language, section: (typeof sections)[number], code: string) {
  const used = new Set<string>()
  const params = new Proxy(
    {},
    {
      get(_, name) {
        used.add(String(name))
        return ['x', 'y']
      },
      ownKeys: () => [],
    },
  )
  const sayings: object = texts[language][section]
  const sentence: string = Reflect.get(sayings, code)(params, plainSpeech)
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

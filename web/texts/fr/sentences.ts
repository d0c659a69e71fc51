import { attempts } from '../../../src/texts/fr/attempts.ts'
import { errors } from '../../../src/texts/fr/errors.ts'
import { faults } from '../../../src/texts/fr/faults.ts'
import { findings } from '../../../src/texts/fr/findings.ts'
import { refusals } from '../../../src/texts/fr/refusals.ts'
import { requests } from '../../../src/texts/fr/requests.ts'
import { shapes } from '../../../src/texts/fr/shapes.ts'
import { type Speech, sayBy } from '../../../src/texts/speech.ts'

const sections: Readonly<Record<string, object>> = {
  attempts,
  errors: { ...errors, ...requests },
  faults,
  findings,
  refusals,
  shapes,
}

const day = new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeZone: 'UTC' })
const speech: Speech = {
  day: (text) => day.format(new Date(text)),
  number: (value) => Number(value).toLocaleString('fr'),
}

/** A sentence of the API in French, by its name and values; null for an unknown sentence. */
export function sayInFrench(sentence: string, values: object): string | null {
  const [section = '', code = ''] = sentence.split('.')
  const sayings = Object.hasOwn(sections, section) ? sections[section] : undefined
  return sayings && Object.hasOwn(sayings, code) ? sayBy(sayings, { code, params: values }, speech) : null
}

import type { Field } from '../../core/agreements/index.ts'
import { formatDay } from '../../core/days.ts'
import type { Fault } from '../../core/errors.ts'
import { formatNumber } from '../../core/numbers.ts'
import { sayFault, texts } from '../../texts/index.ts'
import type { Reader } from '../reader.ts'
import type { SaidFault } from './pages/form.ts'

/** The words of the ceremony in the reader's language. */
export function wordsFor({ language }: Pick<Reader, 'language'>): (typeof texts)['en']['ceremony'] {
  return texts[language].ceremony
}

/**
 * Attributes that mark our words inside text of another language, so that a screen reader pronounces them correctly.
 */
export function ours({ language }: Pick<Reader, 'language'>): string {
  return ` lang="${language}" dir="ltr"`
}

/**
 * A fault in a signer's words. It names the control that the signer sees, and writes days and numbers as their browser
 * does.
 */
export function sayTo(fault: Fault, fields: Field[], reader: Reader): SaidFault {
  const { language, locale } = reader
  const speech = { what: whatIs(fault.path, fields, reader), day: dayIn(locale), number: numberIn(locale) }
  return { path: fault.path, message: sayFault(fault, language, speech) }
}

/** A moment in the form of the reader's locale, in UTC. */
export function sayMoment(moment: Date, { locale }: Pick<Reader, 'locale'>): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })
  return `${format.format(moment)} UTC`
}

function whatIs([first = '', second]: string[], fields: Field[], reader: Reader): string {
  const { naming, ...words } = wordsFor(reader)
  const field = first === 'fields' ? fields.find(({ key }) => key === second) : undefined
  const things: Record<string, string> = words.things
  return field ? naming.field({ label: field.label }) : (things[first] ?? naming.other)
}

function dayIn(locale: string) {
  return (value: string) => formatDay(value, locale)
}

function numberIn(locale: string) {
  return (value: string | number) => formatNumber(String(value), locale)
}

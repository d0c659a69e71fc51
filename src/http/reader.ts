import type { FastifyRequest } from 'fastify'
import { isLanguage, type Language } from '../texts/index.ts'

/** The reader of a page: their language, the locale of their days and numbers, and the path and query of the page. */
export type Reader = { language: Language; locale: string; path: string; query: string }

/** The cookie that keeps the language that a person has chosen. */
export const languageCookie = 'sealane_language'

/**
 * The reader of an answer. The language is `choice`, or else the person's kept choice. Without a choice, it is the one of
 * our languages that the browser prefers (RFC 9110, section 12.5.4), or else English.
 */
export function readerOf({ headers, url }: Pick<FastifyRequest, 'headers' | 'url'>, choice?: Language): Reader {
  const [path = '', query = ''] = url.split(/\?(.*)/s)
  const wishes = readWishes(headers['accept-language'] ?? '')
  const kept = new RegExp(`(?:^|;)\\s*${languageCookie}=(\\w+)`).exec(headers.cookie ?? '')?.[1] ?? ''
  const chosen = choice ?? kept
  if (isLanguage(chosen)) return { language: chosen, locale: wishes.find(isOf(chosen)) ?? chosen, path, query }
  const language = wishes.map(languageOfLocale).find((one) => one !== undefined) ?? 'en'
  return { language, locale: wishes[0] ?? 'en', path, query }
}

/** The locales that a browser prefers, the best first, as far as the runtime knows them. */
function readWishes(header: string): string[] {
  const wishes = header.slice(0, 500).split(',').map(readWish)
  return wishes
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .flatMap(({ locale }) => locale ?? [])
}

function readWish(wish: string): { locale: string | undefined; weight: number } {
  const [tag = '', ...parameters] = wish.split(';').map((part) => part.trim())
  const quality = parameters.find((parameter) => /^q=/i.test(parameter))?.slice(2)
  const locale = knownLocale(tag)
  return { locale, weight: locale === undefined ? 0 : Number(quality ?? 1) || 0 }
}

function knownLocale(tag: string): string | undefined {
  if (!/^[a-z]{2,8}(-[a-z\d]{1,8})*$/i.test(tag)) return undefined
  try {
    return Intl.DateTimeFormat.supportedLocalesOf([tag])[0]
  } catch {
    return undefined
  }
}

function languageOfLocale(locale: string): Language | undefined {
  const [language = ''] = locale.split('-')
  return isLanguage(language) ? language : undefined
}

function isOf(language: Language): (locale: string) => boolean {
  return (locale) => languageOfLocale(locale) === language
}

import type { FastifyRequest } from 'fastify'
import { isLanguage, type Language } from '../../texts/index.ts'

/**
 * The locale in which a visitor's browser shows days and numbers, as far as it says: the language that it likes best
 * (RFC 9110, section 12.5.4). English when it names none that is known.
 */
export function localeOf({ headers }: Pick<FastifyRequest, 'headers'>): string {
  const wishes = (headers['accept-language'] ?? '').slice(0, 500).split(',').map(readWish)
  const [best] = wishes.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight)
  return wishes.find((wish) => wish === best)?.locale ?? 'en'
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

/** The language of ours in which a visitor is spoken to: the one of their locale, else English. */
export function languageOf(request: FastifyRequest): Language {
  return languageOfLocale(localeOf(request))
}

/** The language of ours that a locale is one of, else English. */
export function languageOfLocale(locale: string): Language {
  const [language = ''] = locale.split('-')
  return isLanguage(language) ? language : 'en'
}

import { LANGUAGE_WORDS } from './language-words.ts'

/** Scripts in which one language is by far the most frequent. */
const BY_SCRIPT: [pattern: RegExp, language: string][] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Cyrillic}/gu, 'ru'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Devanagari}/gu, 'hi'],
  [/\p{Script=Bengali}/gu, 'bn'],
  [/\p{Script=Gurmukhi}/gu, 'pa'],
  [/\p{Script=Gujarati}/gu, 'gu'],
  [/\p{Script=Oriya}/gu, 'or'],
  [/\p{Script=Tamil}/gu, 'ta'],
  [/\p{Script=Telugu}/gu, 'te'],
  [/\p{Script=Kannada}/gu, 'kn'],
  [/\p{Script=Malayalam}/gu, 'ml'],
  [/\p{Script=Sinhala}/gu, 'si'],
  [/\p{Script=Lao}/gu, 'lo'],
  [/\p{Script=Khmer}/gu, 'km'],
  [/\p{Script=Myanmar}/gu, 'my'],
  [/\p{Script=Ethiopic}/gu, 'am'],
  [/\p{Script=Georgian}/gu, 'ka'],
  [/\p{Script=Armenian}/gu, 'hy'],
]
/** Letters that distinguish languages of one script. The first match wins. */
const BY_LETTER: Record<string, [pattern: RegExp, language: string][]> = {
  ar: [
    [/[ٹڈڑں]|ے(?!\p{L})/u, 'ur'],
    [/[پچژگ]/u, 'fa'],
  ],
  ru: [
    [/[ђљњћџ]/iu, 'sr'],
    [/[ѓќѕ]/iu, 'mk'],
    [/ў/iu, 'be'],
    [/[іїєґ]/iu, 'uk'],
    [/[ыэё]/iu, 'ru'],
    [/ъ/iu, 'bg'],
  ],
}
const ENOUGH = 40_000
const words = new Map(Object.entries(LANGUAGE_WORDS).map(([tag, list]) => [tag, new Set(list.split(' '))]))

/**
 * The probable language (BCP 47) of a text, by its script, letters and frequent words. English when nothing else
 * matches.
 */
export function detectLanguage(source: string): string {
  const text = source
    .slice(0, ENOUGH)
    .replace(/\{\{[^}]*\}\}|`[^`]*`|\bhttps?:\S+/g, ' ')
    .normalize('NFC')
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0
  const counts = BY_SCRIPT.map(([pattern, language]) => ({ language, count: text.match(pattern)?.length ?? 0 }))
  const kana = counts.find(({ language }) => language === 'ja')?.count ?? 0
  const [most] = counts
    .map((one) => (one.language === 'zh' && kana > 0 ? { ...one, language: 'ja' } : one))
    .sort((a, b) => b.count - a.count)
  // One character of these scripts says as much as two or three letters.
  if (!most || most.count * 2 <= latin) return detectByWords(text)
  return BY_LETTER[most.language]?.find(([pattern]) => pattern.test(text))?.[1] ?? most.language
}

function detectByWords(text: string): string {
  const found = text.toLowerCase().match(/\p{L}+/gu) ?? []
  let best = { language: 'en', count: 0 }
  for (const [language, known] of words) {
    const count = found.filter((word) => known.has(word)).length
    if (count > best.count) best = { language, count }
  }
  return best.count >= 2 ? best.language : 'en'
}

/** A BCP 47 tag in canonical form; undefined for an invalid one. */
export function writeLanguage(tag: string): string | undefined {
  try {
    const [written = ''] = Intl.getCanonicalLocales(tag)
    return /^[a-z]{2,3}(-|$)/.test(written) ? written : undefined
  } catch {
    return undefined
  }
}

/** The language of an agreement: the one that its author gave, else the detected one. */
export function chooseLanguage(input: {
  title: string
  source: string
  pdf?: object | null
  language?: string | null | undefined
}): string {
  return (input.language && writeLanguage(input.language)) || detectLanguage(`${input.title}\n${textOf(input)}`)
}

function textOf({ source, pdf }: { source: string; pdf?: object | null }): string {
  return pdf && 'words' in pdf && Array.isArray(pdf.words) ? pdf.words.join('\n') : source
}

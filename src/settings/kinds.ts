/** One setting: its variable, its description, its default, and its parser. */
export type Setting<T> = {
  variable: string
  about: string
  fallback: string | null
  /** Whether the value must never be shown, not even in a fault. */
  secret?: boolean
  /** Throws an Error whose message continues after the name of the variable. */
  parse(text: string): T
}

/** A value for a message: shortened, with escaped control characters. */
export function quote(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text)
}

const asItIs = (text: string) => text

export const text = (variable: string, fallback: string, about: string, parse = asItIs): Setting<string> => ({
  variable,
  about,
  fallback,
  parse,
})

export const optional = (variable: string, about: string, parse = asItIs): Setting<string | null> => ({
  variable,
  about,
  fallback: null,
  parse,
})

/** An optional setting with a secret value. */
export const secret = (variable: string, about: string, parse = asItIs): Setting<string | null> => ({
  ...optional(variable, about, parse),
  secret: true,
})

export const whole = (
  variable: string,
  fallback: number,
  lowest: number,
  highest: number,
  about: string,
): Setting<number> => ({
  variable,
  about,
  fallback: String(fallback),
  parse(value) {
    const number = Number(value)
    if (/^\d+$/.test(value) && number >= lowest && number <= highest) return number
    throw new Error(`must be a whole number from ${lowest} to ${highest}, not ${quote(value)}`)
  },
})

export const port = (variable: string, about: string): Setting<number | null> => ({
  ...whole(variable, 0, 0, 65_535, about),
  fallback: null,
})

export const choice = <const T extends string>(
  variable: string,
  fallback: T,
  allowed: readonly T[],
  about: string,
): Setting<T> => ({
  variable,
  about,
  fallback,
  parse(value) {
    const found = allowed.find((candidate) => candidate === value)
    if (found) return found
    throw new Error(`must be one of ${allowed.join(', ')}, not ${quote(value)}`)
  },
})

export const flag = (variable: string, fallback: boolean, about: string): Setting<boolean> => ({
  variable,
  about,
  fallback: fallback ? 'true' : 'false',
  parse(value) {
    if (/^(true|1|yes)$/i.test(value)) return true
    if (/^(false|0|no)$/i.test(value)) return false
    throw new Error(`must be true or false, not ${quote(value)}`)
  },
})

/** A list separated by commas. `parse` reads one part. */
export const list = (variable: string, about: string, parse: (part: string) => string): Setting<string[]> => ({
  variable,
  about,
  fallback: '',
  parse: (value) =>
    value
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean)
      .map(parse),
})

/** Known words separated by commas. `none` means an empty list. */
export const names = <const T extends string>(
  variable: string,
  known: readonly T[],
  about: string,
): Setting<T[] | null> => ({
  variable,
  about,
  fallback: null,
  parse(value) {
    if (value === 'none') return []
    return value.split(',').map((part) => {
      const found = known.find((candidate) => candidate === part.trim())
      if (found) return found
      throw new Error(`takes ${known.join(', ')} or none, not ${quote(part.trim())}`)
    })
  },
})

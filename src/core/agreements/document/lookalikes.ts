import type { PlaceholderCode } from './model.ts'

/**
 * A text to judge. `text` has other characters where `shown` has escaped ones and fields. Both have the same length.
 */
export type Judged = { text: string; shown: string }

type Lookalike = { at: number; code: PlaceholderCode | 'html'; text: string }

/** Stands for an escaped brace. The text up to its closing braces is literal. */
const ESCAPED_BRACE = '\ufdd2'
const ESCAPED = '\ufdd0'
const NAME = '[\\p{L}_][\\p{L}\\p{M}\\p{N}_ .:\\\\-]{0,60}'

// Each pattern is short, or starts where no earlier match can start. So a search takes linear time.
const BROKEN = [
  /(?<!\{)\{+\ufdd1+\}*|(?<!\ufdd1)\ufdd1+\}+/u,
  /\{{2,}[^{}]{0,60}\}*/u,
  new RegExp(`\\{\\s{0,9}${NAME}\\}`, 'u'),
  /<!--/,
  /<[?!][A-Za-z[]/,
]
const TAG_START = /<\/?[A-Za-z]/g
const TAG = /^<\/?[A-Za-z][A-Za-z0-9-]*(?:[\s/](?:"[^"]*"|'[^']*'|[^<>"'])*)?>/u
/** A longer tag counts as text. */
const LONGEST_TAG = 1_000
const OPEN_END = /\{\s{0,9}[\p{L}_][\p{L}\p{N}_]*/u
const CLOSED_START = /(?<![\p{L}\p{N}_])[\p{L}\p{N}_]+\s{0,9}\}/u
const DOUBLED = new RegExp(`\\{\\{\\s{0,9}${NAME}\\}\\}`, 'u')
const WHOLE = new RegExp(`\\{\\{\\s{0,9}${NAME}\\}\\}|\\{${NAME}\\}`, 'u')

/** An escaped character in the judged text. A brace that is written as an entity still counts as a brace. */
export function unescapedOnly(shown: string, isEscape: boolean): string {
  if (!isEscape) return /[<>]/.test(shown) ? ESCAPED.repeat(shown.length) : shown
  return (shown === '{' || shown === '}' ? ESCAPED_BRACE : ESCAPED).repeat(shown.length)
}

/**
 * The first raw HTML, or the first text that looks like a placeholder but is not one. `keys` are the keys of the
 * fields.
 */
export function findLookalike({ text, shown }: Judged, keys: readonly string[]): Lookalike | null {
  const judged = text.replace(/\ufdd2\{*[^{}\n]{0,80}\}*/gu, (meant) => ESCAPED.repeat(meant.length))
  const matches = [
    ...BROKEN.map((pattern) => pattern.exec(judged)),
    findClosed(judged),
    findTag(judged),
    findHalf(judged),
    keysIn(judged, keys)?.exec(judged),
  ]
  const [first] = matches.filter((match) => match !== null && match !== undefined).sort((a, b) => a.index - b.index)
  if (first) {
    const what = shown
      .slice(first.index, first.index + first[0].length)
      .replaceAll('\n', ' ')
      .slice(0, 80)
    const isHtml = first[0].startsWith('<') && !namesKey(what, keys)
    return { at: first.index, code: isHtml ? 'html' : 'placeholder_broken', text: what }
  }
  const escaped =
    keys.length > 0 ? new RegExp(`\\{\\{\\s*(?:${keys.join('|')})\\s*\\}\\}`).exec(maskFields(text, shown)) : null
  if (!escaped) return null
  return { at: escaped.index, code: 'placeholder_escaped', text: escaped[0] }
}

/** The first placeholder in a text that is never filled in: a title, a label, code, a URL. */
export function findPlaceholder(text: string): string | undefined {
  return WHOLE.exec(text)?.[0]
}

/** The first placeholder with two braces on both sides. */
export function findDoubled(text: string): string | undefined {
  return DOUBLED.exec(text)?.[0]
}

/** The first two closing braces, with the word before them. */
function findClosed(judged: string): { index: number; 0: string } | null {
  const found = /\}{2,}/.exec(judged)
  if (!found) return null
  const before = /[^\s{}]*$/.exec(judged.slice(Math.max(0, found.index - 60), found.index))?.[0] ?? ''
  return { 0: before + found[0], index: found.index - before.length }
}

function findTag(judged: string): { index: number; 0: string } | null {
  for (const { index } of judged.matchAll(TAG_START)) {
    const tag = TAG.exec(judged.slice(index, index + LONGEST_TAG))
    if (tag) return { 0: tag[0], index }
  }
  return null
}

/** A brace beside a name that is never closed, or never opened. */
function findHalf(judged: string): { index: number; 0: string } | null {
  const last = judged.lastIndexOf('}')
  const open = OPEN_END.exec(judged.slice(last + 1))
  if (open) return { 0: open[0], index: open.index + last + 1 }
  const first = judged.indexOf('{')
  return CLOSED_START.exec(first === -1 ? judged : judged.slice(0, first))
}

/** A pattern for the key of a field between signs that other products use for placeholders. */
function keysIn(judged: string, keys: readonly string[]): RegExp | undefined {
  // `[x]` is the box of a task list.
  const names = keys.filter((key) => key !== 'x').map((key) => key.replaceAll('_', '[_ -]'))
  if (names.length === 0 || !/[[<$#%@]/.test(judged)) return undefined
  return new RegExp(
    `(?:\\[{1,2}|<{1,2}|[$#]\\{|\\{%|%{1,2}|@{1,2})\\s?(?:${names.join('|')})\\s?(?:\\]{1,2}|>{1,2}|\\}|%\\}|%{1,2}|@{1,2})`,
    'iu',
  )
}

function maskFields(text: string, shown: string): string {
  return [...text].map((letter, index) => (letter === '\ufdd1' ? '\ufdd1' : (shown[index] ?? letter))).join('')
}

// Whether the name between angle brackets is a field. Then the author meant a placeholder.
function namesKey(what: string, keys: readonly string[]): boolean {
  const name = /^<+\s?([\w -]+?)\s?>+$/.exec(what)?.[1] ?? ''
  return keys.includes(name.toLowerCase().replaceAll(/[ -]/g, '_'))
}

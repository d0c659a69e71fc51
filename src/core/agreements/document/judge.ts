import type { Token } from 'markdown-it'
import { PLACEHOLDER, readPlaceholder } from './inlines.ts'
import { findDoubled, findLookalike, findPlaceholder, type Judged, unescapedOnly } from './lookalikes.ts'
import { refuse } from './model.ts'

/** The parser's environment. It has the link definitions of the text. */
export type Definitions = { [key: string]: unknown; references?: Record<string, { title: string; href: string }> }

/** The first place of a field in the text, with the role in its placeholder, if it has one. */
export type Place = { key: string; role?: string; line: number }

/**
 * A non-character that no accepted text contains. It replaces placeholders and code while the text around them is
 * judged.
 */
const FILLED = '\ufdd1'
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu
const BRACES: Record<string, string> = { '｛': '{', '﹛': '{', '❴': '{', '｝': '}', '﹜': '}', '❵': '}' }

/**
 * Refuses raw HTML and every text that looks like a placeholder but is not one. `keys` are the keys of the fields.
 * Returns the first place of each field, and of each field with a role. Throws a DocumentError with the line.
 */
export function judgeText(source: string, tokens: Token[], env: Definitions, keys: readonly string[]): Place[] {
  const places: Place[] = []
  const references = Object.values(env.references ?? {})
  if (references.length > 0) {
    const at = source.split('\n').findIndex((text) => /^ {0,3}\[[^\]]+\]:/.test(text) && /[{}]/.test(text))
    for (const { href, title } of references) judgeHidden(`${href} ${title}`, at + 1)
  }
  let line = 1
  for (const token of tokens) {
    line = token.map ? token.map[0] + 1 : line
    if (token.type === 'inline') judgeInlines(token.children ?? [], line, keys, places)
    if (token.type === 'fence') judgeHidden(token.info, line)
    if (token.type === 'fence' || token.type === 'code_block') {
      const first = token.type === 'fence' ? line + 1 : line
      token.content.split('\n').forEach((text, index) => {
        judgeCode(text, first + index)
      })
    }
  }
  return places
}

function judgeInlines(children: Token[], line: number, keys: readonly string[], places: Place[]): void {
  const judged: Judged = { text: '', shown: '' }
  let at = line
  for (const child of children) {
    if (child.type === 'code_inline') judgeCode(child.content, at)
    judgeHidden(['href', 'src', 'title'].map((name) => child.attrGet(name) ?? '').join(' '), at)
    if (child.type === 'text') {
      for (const [, name = ''] of child.content.matchAll(PLACEHOLDER)) {
        const named = readPlaceholder(name)
        const isKnown = places.some(({ key, role }) => key === named?.key && role === named.role)
        if (named && !isKnown) places.push({ ...named, line: at })
      }
    }
    add(judged, child)
    if (child.type === 'softbreak' || child.type === 'hardbreak') at++
  }
  const found = findLookalike(judged, keys)
  if (!found) return
  const there = line + (judged.text.slice(0, found.at).match(/\n/g)?.length ?? 0)
  if (found.code === 'html') throw refuse('html', { line: there, html: found.text })
  throw refuse(found.code, { line: there, placeholder: found.text })
}

/** Appends a token to the judged text. Each escaped character becomes one other character. */
function add(judged: Judged, { type, content, info }: Token): void {
  if (type === 'softbreak' || type === 'hardbreak') push(judged, '\n', '\n')
  else if (type === 'code_inline') push(judged, FILLED.repeat(content.length), content)
  else if (type === 'text_special') push(judged, unescapedOnly(content, info === 'escape'), content)
  else if (type === 'text') addText(judged, content)
  else push(judged, content, content)
}

function addText(judged: Judged, content: string): void {
  let from = 0
  const addPlain = (part: string) => {
    const plain = part.replace(INVISIBLE, '')
    push(
      judged,
      plain.replace(/[｛﹛❴｝﹜❵]/g, (brace) => BRACES[brace] ?? brace),
      plain,
    )
  }
  for (const match of content.matchAll(PLACEHOLDER)) {
    if (!readPlaceholder(match[1] ?? '')) continue
    addPlain(content.slice(from, match.index))
    push(judged, FILLED.repeat(match[0].length), match[0])
    from = match.index + match[0].length
  }
  addPlain(content.slice(from))
}

function push(judged: Judged, text: string, shown: string): void {
  judged.text += text
  judged.shown += shown
}

/** Code may contain anything except a complete placeholder. */
function judgeCode(code: string, line: number): void {
  const found = findDoubled(code)
  if (found) throw refuse('placeholder_in_code', { line, placeholder: found })
}

/** Judges what readers do not see: URLs, link titles, and the language of a code block. */
function judgeHidden(value: string, line: number): void {
  const found = findPlaceholder(decode(value))
  if (found) throw refuse('placeholder_hidden', { line, placeholder: found })
}

function decode(value: string): string {
  return value.replaceAll(/%7b/gi, '{').replaceAll(/%7d/gi, '}').replaceAll(/%20/g, ' ').replaceAll(/%5c/gi, '\\')
}

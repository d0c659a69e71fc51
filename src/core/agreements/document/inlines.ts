import type { Token } from 'markdown-it'
import { isKey } from '../key.ts'
import { type Inline, refuse } from './model.ts'

type TextStyle = { strong?: true; emphasis?: true; code?: true; strike?: true }

export const PLACEHOLDER = /\{\{([^{}]*)\}\}/g
// The word is wider than a key, so that a placeholder that is nearly one is told to be an unknown field.
const WORDS = /^([A-Za-z][A-Za-z0-9_-]{0,63})(?:\s*:\s*(\w+))?$/

/**
 * The field that a placeholder names, or null. `signature:driver` names the field `signature_driver` of the role
 * `driver`.
 */
export function readPlaceholder(words: string): { key: string; role?: string } | null {
  const [, word, role] = WORDS.exec(words.trim()) ?? []
  if (!word || (role && !isKey(role))) return null
  return role ? { key: `${word}_${role}`, role } : { key: word }
}

/**
 * Turns the inline tokens of one block into runs. `\{{` is text; `{{ key }}` and `{{ word:role }}` are fields. Anything
 * else between double braces throws a DocumentError, because a typing error would leave a hole in a signed text.
 */
export function readInlines(tokens: Token[], line: number): Inline[] {
  const root: Inline[] = []
  let into = root
  let strong = 0
  let emphasis = 0
  let strike = 0
  let at = line
  for (const token of tokens) {
    const style: TextStyle = {
      ...(strong > 0 && { strong: true }),
      ...(emphasis > 0 && { emphasis: true }),
      ...(strike > 0 && { strike: true }),
    }
    switch (token.type) {
      case 'strong_open':
        strong++
        break
      case 'strong_close':
        strong--
        break
      case 'em_open':
        emphasis++
        break
      case 'em_close':
        emphasis--
        break
      case 's_open':
        strike++
        break
      case 's_close':
        strike--
        break
      case 'link_open':
        into = pushLink(root, String(token.attrGet('href') ?? ''))
        break
      case 'link_close':
        into = root
        break
      case 'softbreak':
        at++
        pushText(into, ' ', style)
        break
      case 'hardbreak':
        at++
        into.push({ kind: 'break' })
        break
      case 'code_inline':
        pushText(into, token.content, { ...style, code: true })
        break
      case 'text':
        pushTextWithFields(into, token.content, style, at)
        break
      default:
        // Escapes and entities are plain text. An image is never fetched; its alternative text replaces it.
        pushText(into, token.content, style)
    }
  }
  return root
}

function pushLink(into: Inline[], href: string): Inline[] {
  const children: Inline[] = []
  into.push({ kind: 'link', href, children })
  return children
}

function pushTextWithFields(into: Inline[], content: string, style: TextStyle, line: number): void {
  let from = 0
  for (const match of content.matchAll(PLACEHOLDER)) {
    const named = readPlaceholder(match[1] ?? '')
    if (!named) throw refuse('placeholder_key', { line, placeholder: match[0].slice(0, 80) })
    pushText(into, content.slice(from, match.index), style)
    into.push({ kind: 'field', key: named.key })
    from = match.index + match[0].length
  }
  pushText(into, content.slice(from), style)
}

function pushText(into: Inline[], text: string, style: TextStyle): void {
  if (text === '') return
  const last = into.at(-1)
  const joins =
    last?.kind === 'text' &&
    last.strong === style.strong &&
    last.emphasis === style.emphasis &&
    last.strike === style.strike &&
    last.code === style.code
  if (joins) last.text += text
  else into.push({ kind: 'text', text, ...style })
}

import MarkdownIt, { type Token } from 'markdown-it'
import { type BlockReader, readBlocks } from './blocks.ts'
import { type Definitions, judgeText, type Place } from './judge.ts'
import { refuseManyMarks } from './marks.ts'
import { type AgreementDocument, MAX_BLOCKS, MAX_DEPTH, MAX_SOURCE_LENGTH, refuse } from './model.ts'
import { countUses } from './uses.ts'

const CONTAINERS = new Set(['list_item_open', 'blockquote_open'])

/**
 * CommonMark with tables, strike-through and task lists of GFM. `html: false` makes raw HTML text. The parser silently
 * drops what exceeds `maxNesting`, so this is far above MAX_DEPTH, which refuses instead. Without `text_join`, an
 * escaped brace stays apart from its neighbours and cannot open a placeholder.
 */
const markdown = new MarkdownIt('commonmark', { html: false, maxNesting: 100 })
  .enable(['table', 'strikethrough'])
  .disable('text_join')
markdown.validateLink = (url) => /^(https?|mailto):/i.test(url.trim())

/**
 * Parses the Markdown source of an agreement. Raw HTML, and links other than http, https and mailto, become text.
 * Throws a DocumentError for a source that exceeds a limit or contains a malformed placeholder.
 */
export function parseAgreement(source: string): AgreementDocument {
  return readTokens(parseTokens(source, {}))
}

/**
 * Parses a new source by stricter rules: it must not contain raw HTML or text that looks like a placeholder but is not
 * one. `keys` are the keys of the fields. `places` has the first place of each field. Throws a DocumentError.
 */
export function parseWritten(
  source: string,
  keys: readonly string[],
): { document: AgreementDocument; places: Place[] } {
  if (source.length <= MAX_SOURCE_LENGTH) refuseManyMarks(source)
  const env: Definitions = {}
  const tokens = parseTokens(source, env)
  const places = judgeText(source, tokens, env, keys)
  return { document: readTokens(tokens), places }
}

function parseTokens(source: string, env: Definitions): Token[] {
  if (source.length > MAX_SOURCE_LENGTH) {
    throw refuse('document_length', { line: 1, most: MAX_SOURCE_LENGTH })
  }
  const tokens = markdown.parse(source, env)
  refuseExcess(tokens)
  return tokens
}

function readTokens(tokens: Token[]): AgreementDocument {
  const reader: BlockReader = { tokens, position: 0 }
  const blocks = readBlocks(reader)
  return { blocks, fieldKeys: [...countUses(blocks).keys()] }
}

function refuseExcess(tokens: Token[]): void {
  let depth = 0
  let blocks = 0
  let line = 1
  for (const token of tokens) {
    line = token.map ? token.map[0] + 1 : line
    if (CONTAINERS.has(token.type)) depth++
    if (CONTAINERS.has(token.type.replace('_close', '_open')) && token.nesting === -1) depth--
    if (token.nesting !== -1 && token.type !== 'inline') blocks++
    if (depth > MAX_DEPTH) throw refuse('document_depth', { line, most: MAX_DEPTH })
    if (blocks > MAX_BLOCKS) throw refuse('document_blocks', { line, most: MAX_BLOCKS })
  }
}

import MarkdownIt, { type Token } from 'markdown-it'
import { type BlockReader, readBlocks } from './blocks.ts'
import { type Definitions, judgeText, type Place } from './judge.ts'
import { refuseManyMarks } from './marks.ts'
import { type AgreementDocument, MAX_BLOCKS, MAX_DEPTH, MAX_SOURCE_LENGTH, refuse } from './model.ts'
import { countUses } from './uses.ts'

const CONTAINERS = new Set(['list_item_open', 'blockquote_open'])

/**
 * CommonMark, and of GFM its tables, strike-through and task lists. `html: false` makes raw HTML text. The parser
 * silently drops what lies deeper than `maxNesting`, so that stands far above MAX_DEPTH, which refuses instead. Without
 * `text_join` an escaped brace stays apart from its neighbours and cannot open a placeholder.
 */
const markdown = new MarkdownIt('commonmark', { html: false, maxNesting: 100 })
  .enable(['table', 'strikethrough'])
  .disable('text_join')
markdown.validateLink = (url) => /^(https?|mailto):/i.test(url.trim())

/**
 * Parses an agreement's Markdown source.
 * Links other than http, https and mailto, and raw HTML, come out as the text they were written as.
 * @throws {DocumentError} source too long, nested too deep, too many blocks or columns, a malformed placeholder
 */
export function parseAgreement(source: string): AgreementDocument {
  return readTokens(parseTokens(source, {}))
}

/**
 * Parses a source that is being written, by stricter rules than one that was kept: what reads as a placeholder and is
 * none is refused, and so is raw HTML. `keys` are those of the agreement's fields. `places` says where each field stands first.
 * @throws {DocumentError} as parseAgreement, for these, and for a text that is made of marks
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

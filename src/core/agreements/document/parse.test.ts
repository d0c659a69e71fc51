import { describe, expect, test } from 'vitest'
import { DocumentError, MAX_DEPTH, MAX_SOURCE_LENGTH, refuse } from './model.ts'
import { parseAgreement, parseWritten } from './parse.ts'

const blocksOf = (source: string) => parseAgreement(source).blocks
const text = (value: string) => ({ kind: 'text', text: value })

describe('blocks', () => {
  test('headings, paragraphs and rules keep their order', () => {
    expect(blocksOf('# A\n\nb\nc\n\n---\n')).toEqual([
      { kind: 'heading', level: 1, children: [text('A')] },
      { kind: 'paragraph', children: [text('b c')] },
      { kind: 'rule' },
    ])
  })

  test('an ordered list keeps its first number and holds blocks', () => {
    expect(blocksOf('3. a\n   - b\n4. c')).toEqual([
      {
        kind: 'list',
        ordered: true,
        start: 3,
        items: [
          [
            { kind: 'paragraph', children: [text('a')] },
            { kind: 'list', ordered: false, start: 1, items: [[{ kind: 'paragraph', children: [text('b')] }]] },
          ],
          [{ kind: 'paragraph', children: [text('c')] }],
        ],
      },
    ])
  })

  test('a table keeps alignment, header and rows', () => {
    expect(blocksOf('| a | b |\n|:-:|--:|\n| c | d |')).toEqual([
      {
        kind: 'table',
        align: ['center', 'right'],
        header: [[text('a')], [text('b')]],
        rows: [[[text('c')], [text('d')]]],
      },
    ])
  })

  test('an empty source is an empty document', () => {
    expect(parseAgreement(' \n')).toEqual({ blocks: [], fieldKeys: [] })
  })
})

describe('inlines', () => {
  const inlinesOf = (source: string) => {
    const [block] = blocksOf(source)
    return block?.kind === 'paragraph' ? block.children : []
  }

  test('strong, emphasis, code and hard breaks are kept', () => {
    expect(inlinesOf('**a *b*** `c`  \nd')).toEqual([
      { kind: 'text', text: 'a ', strong: true },
      { kind: 'text', text: 'b', strong: true, emphasis: true },
      text(' '),
      { kind: 'text', text: 'c', code: true },
      { kind: 'break' },
      text('d'),
    ])
  })

  test('raw HTML is text', () => {
    expect(inlinesOf('a <script>alert(1)</script>')).toEqual([text('a <script>alert(1)</script>')])
    expect(inlinesOf('<div onclick="x">a</div>')).toEqual([text('<div onclick="x">a</div>')])
  })

  test('only http, https and mailto become links', () => {
    expect(inlinesOf('[a](https://b.example) <mailto:c@d.example>')).toMatchObject([
      { kind: 'link', href: 'https://b.example', children: [text('a')] },
      text(' '),
      { kind: 'link', href: 'mailto:c@d.example' },
    ])
    for (const href of ['javascript:alert(1)', 'data:text/html,x', '/x', '//x.example', 'JAVASCRIPT&colon;x']) {
      expect(inlinesOf(`[a](${href})`).every((inline) => inline.kind === 'text')).toBe(true)
    }
  })

  test('an image is never fetched, and its alternative text replaces it', () => {
    expect(inlinesOf('![a map](https://b.example/c.png)')).toEqual([text('a map')])
  })
})

describe('lists of tasks and strike-through', () => {
  test('a box at the beginning of a list item is a box, and elsewhere it is text', () => {
    expect(blocksOf('- [ ] a\n- [x] b\n- c [x] d')).toMatchObject([
      {
        items: [
          [{ children: [{ kind: 'task', done: false }, text('a')] }],
          [{ children: [{ kind: 'task', done: true }, text('b')] }],
          [{ children: [text('c [x] d')] }],
        ],
      },
    ])
  })

  test('struck-through text keeps its style', () => {
    expect(blocksOf('a ~~b~~')).toMatchObject([{ children: [text('a '), { kind: 'text', text: 'b', strike: true }] }])
  })
})

describe('fields', () => {
  test('a placeholder becomes a field wherever text is allowed', () => {
    const source =
      '# {{a}}\n\n**{{b_c}}** x {{ d }}\n\n- {{e}}\n\n> {{a}}\n\n| {{f}} |\n|---|\n| [{{g}}](https://h.example) |'
    expect(parseAgreement(source).fieldKeys).toEqual(['a', 'b_c', 'd', 'e', 'f', 'g'])
  })

  test('an escaped brace and code do not begin a placeholder', () => {
    expect(parseAgreement('\\{{a}} `{{b}}`\n\n    {{c}}\n').fieldKeys).toEqual([])
  })

  test('a malformed placeholder is refused with its line', () => {
    expect(() => parseAgreement('a\n\nb\n{{full name}}')).toThrow(
      refuse('placeholder_key', { line: 4, placeholder: '{{full name}}' }),
    )
  })
})

describe('bounds', () => {
  test('nesting beyond the limit is refused with its line, and never dropped', () => {
    const nested = (depth: number) => Array.from({ length: depth }, (_, level) => `${'  '.repeat(level)}- a`).join('\n')
    expect(blocksOf(nested(MAX_DEPTH))).toHaveLength(1)
    expect(() => parseAgreement(nested(MAX_DEPTH + 1))).toThrow(`"line":${MAX_DEPTH + 1}`)
    expect(() => parseAgreement('>'.repeat(5000))).toThrow(DocumentError)
    expect(() => parseAgreement(`${'- '.repeat(5000)}a`)).toThrow(DocumentError)
  })

  test('a source, a table or a number of blocks beyond its limit is refused', () => {
    expect(() => parseAgreement('a'.repeat(MAX_SOURCE_LENGTH + 1))).toThrow(DocumentError)
    expect(() => parseAgreement(`${'|a'.repeat(13)}|\n${'|-'.repeat(13)}|`)).toThrow('document_columns')
    expect(() => parseAgreement('a\n\n'.repeat(30_000))).toThrow('document_blocks')
  })

  test.each(['[', '*a_ ', '**a*', '`a', '[a](', '<', '&', '\\[', 'a\n', '[a]: b\n'])(
    'a text that is made of marks (%j) is refused before it is parsed',
    (piece) => expect(() => parseWritten(filled(piece, MAX_SOURCE_LENGTH), [])).toThrow(/document_(marks|lines)/),
  )

  test('drawn lines, and Markdown as people use it, are accepted', () => {
    const clause =
      '## 1. Rent\n\nThe **tenant** pays [the rent](https://a.example) to `IBAN 1`.\n\n____________________\n\n'
    expect(() => parseWritten(filled(clause, 100_000), [])).not.toThrow()
  })
})

describe('the work is linear in the length of the text:', () => {
  const [few, many] = [8_000, 64_000]
  const pieces = [
    'x',
    'x ',
    '{',
    '}',
    '{{a}}',
    '{{',
    'a}}',
    '<a "',
    '<a \'"',
    '<!--',
    '$a',
    '[x] ',
    '\u0301',
    '\u4e2d',
    '|a',
    '*a_ ',
    '![[',
    '> - ',
  ]
  const workOn = (parse: (source: string) => unknown, source: string) => {
    const began = process.cpuUsage()
    expect(attempt(() => parse(source))).toBe('ended')
    return process.cpuUsage(began).user / 1_000
  }

  // Quadratic work on eight times the input takes sixty-four times as long. The test counts processor time, not
  // wall-clock time.
  test.each(pieces)('%j', (piece) => {
    for (const parse of [parseAgreement, (source: string) => parseWritten(source, ['a', 'x'])]) {
      workOn(parse, filled(piece, few))
      const least = Math.max(10, workOn(parse, filled(piece, few)))
      expect(workOn(parse, filled(piece, many))).toBeLessThan(30 * least)
    }
  })
})

function filled(piece: string, length: number): string {
  return piece.repeat(Math.floor(length / piece.length))
}

function attempt(work: () => unknown): 'ended' {
  try {
    work()
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error
  }
  return 'ended'
}

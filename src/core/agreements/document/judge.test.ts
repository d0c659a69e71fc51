import { describe, expect, test } from 'vitest'
import { sayFault } from '../../../texts/index.ts'
import { findAgreementFaults } from '../rules.ts'
import { DocumentError } from './model.ts'
import { parseWritten } from './parse.ts'

const keys = ['full_name', 'date', 'signature']
const write = (source: string) => parseWritten(source, keys)
const problem = (source: string): string => {
  try {
    write(source)
  } catch (error) {
    if (error instanceof DocumentError) return sayFault(error.fault)
    throw error
  }
  return 'accepted'
}

describe('a text that looks like a placeholder but is none is refused with its line', () => {
  test.each([
    ['an escaped underscore', 'a\n\n{{full\\_name}}', 3],
    ['a space inside', 'a {{full name}}', 1],
    ['no name', '{{}}', 1],
    ['emphasis inside', 'a {{*full_name*}}', 1],
    ['emphasis across', '**{{full**_name}}', 1],
    ['strike-through inside', '{{~~full_name~~}}', 1],
    ['one brace', 'a\nb {full_name}', 2],
    ['one brace around words', 'Dear {full name},', 1],
    ['a brace too few at the end', '{{full_name}', 1],
    ['a brace too few at the beginning', '{full_name}}', 1],
    ['no end', 'from {{full_name on', 1],
    ['no end and one brace', 'from {full_name on', 1],
    ['no beginning', 'from full_name}} on', 1],
    ['no beginning and one brace', 'from full_name} on', 1],
    ['a brace too many', '{{{full_name}}}', 1],
    ['a line end inside', 'a\n{{full_\nname}}', 2],
    ['a space between braces', '{ {full_name} }', 1],
    ['wide braces', '｛｛full_name｝｝', 1],
    ['an invisible character between braces', '{\u200b{full_name}}', 1],
    ['an invisible character in the name', '{{full\u200b_name}}', 1],
    ['a letter of another alphabet', '{{d\u0430te}}', 1],
    ['braces as entities', '&#123;&#123;full_name&#125;&#125;', 1],
    ['escapes as an editor writes them', '\\{\\{full\\_name\\}\\}', 1],
    ['code', 'a `{{full_name}}`', 1],
    ['a code block', 'a\n\n```\nx\n{{full_name}}\n```', 5],
    ['an indented code block', 'a\n\n    {{full_name}}', 3],
    ['the language of a code block', '```{{full_name}}\nx\n```', 1],
    ['an address', '[a](https://e.example/{{full_name}})', 1],
    ['an address with one brace', '[a](https://e.example/{full_name})', 1],
    ['the title of a link', '[a](https://e.example "{{full_name}}")', 1],
    ['the words for a picture', '![{{full_name}}](https://e.example/a.png)', 1],
    ['the address of a picture', '![a](https://e.example/{{full_name}})', 1],
    ['a defined address', 'x [a] y\n\n[a]: https://e.example/{{full_name}}', 3],
    ['a cell of a table, cut by its line', '| a | b |\n|--|--|\n| c | d |\n| {{full | name}} |', 4],
    ['a heading', '# {{full-name!}}', 1],
    ['a list', '- a\n- {full_name}', 2],
    ['other products: brackets', 'a [full_name]', 1],
    ['other products: double brackets', 'a [[Full Name]]', 1],
    ['other products: angles', 'a <<full_name>>', 1],
    ['other products: a dollar', 'a $\u007bfull_name}', 1],
    ['other products: per cent', 'a %full_name%', 1],
    ['other products: a tag', 'a {% full_name %}', 1],
  ])('%s', (_name, source, line) => expect(problem(source)).toMatch(new RegExp(`^line ${line}: `)))
})

describe('a text that does not look like a placeholder is accepted', () => {
  test.each([
    ['a placeholder', '{{full_name}} and {{ date }} and **{{signature}}**'],
    ['a placeholder in a link', '[a {{full_name}}](https://e.example)'],
    ['a placeholder in a table', '| a |\n|--|\n| {{full_name}} |'],
    ['an escaped brace', 'write \\{{name}} or \\{name}'],
    ['a set', 'of {1, 2, 3} and {a, b}'],
    ['braces in code', '`{a}` `x{1}`\n\n```\n{"a":{"b":1}}\n```'],
    ['a smile', ':-} and :}'],
    ['a list of tasks', '- [ ] a\n- [x] b'],
    ['brackets with other words', '[see clause 4] and [1]'],
    ['amounts and shares', '50% of 10% and $5'],
  ])('%s', (_name, source) => expect(problem(source)).toBe('accepted'))
})

describe('raw HTML is refused with its line', () => {
  test.each([
    ['a comment', 'a\n\n<!-- internal: max 5000 -->\n\nb', 3],
    ['a comment in a line', 'a <!-- b --> c', 1],
    ['a comment that never ends', 'a <!-- b', 1],
    ['a tag', 'a <b>c</b>', 1],
    ['a line break', 'a<br>b', 1],
    ['a closed line break', 'a<br/>b', 1],
    ['a tag over lines', 'a\n<div\nclass="x">', 2],
    ['a tag with a sign inside', '<a title="x > y">b</a>', 1],
    ['a tag in a table', '| a |\n|--|\n| <b>c</b> |', 3],
    ['an instruction', '<?php echo 1 ?>', 1],
    ['a declaration', '<!DOCTYPE html>', 1],
  ])('%s', (_name, source, line) => expect(problem(source)).toMatch(new RegExp(`^line ${line}: `)))

  test.each([
    ['an address in angles', '<https://e.example> <mailto:a@b.example>'],
    ['a comparison', 'a < b and c > d, a<b'],
    ['an escaped tag', '\\<b> and &lt;b&gt;'],
    ['a tag in code', '`<b>`\n\n    <!-- x -->'],
  ])('but not %s', (_name, source) => expect(problem(source)).toBe('accepted'))
})

test('judging takes time that is linear in the length of the text', { timeout: 5000 }, () => {
  for (const piece of ['{a ', '<a ', '<!-', '}} ', '{{', '<a "', '[date', '\\{', '%'])
    expect(problem(piece.repeat(60_000))).toBeTypeOf('string')
})

test('the fault of an unknown field has its line', () => {
  const fields = [{ key: 'signature', label: 'S', type: 'signature' as const, role: 'a', required: true }]
  const faults = findAgreementFaults({ source: 'a\n\n{{nobody}}', fields })
  expect(faults).toContainEqual(
    expect.objectContaining({ code: 'known_field', params: { line: 3, key: 'nobody', value: 'nobody' } }),
  )
})

test.each(['title', 'label', 'role'])(
  'a placeholder in a %s is refused, because nothing is filled in there',
  (where) => {
    const words = (name: string) => (name === where ? 'For {{full_name}}' : 'x')
    const fields = [{ key: 's', label: words('label'), type: 'signature' as const, role: 'a', required: true }]
    const input = { title: words('title'), signerRoles: [{ key: 'a', name: words('role') }], fields }
    expect(findAgreementFaults(input).map(({ code }) => code)).toContain('placeholder')
  },
)

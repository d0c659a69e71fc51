import { expect, test } from 'vitest'
import { parseAgreement } from '../../core/agreements/index.ts'
import { documentHtml } from './document-html.ts'

const reader = { language: 'en', locale: 'en', path: '/', query: '' } as const
const html = (source: string) => documentHtml(reader, parseAgreement(source), (key) => `<i>${key}</i>`)

test('cells have the alignment of their column', () => {
  const table = html('| a | b | c |\n|:--|:-:|--:|\n| d | e | f |')
  expect(table).toContain('<th>a</th><th class="center">b</th><th class="right">c</th>')
  expect(table).toContain('<td>d</td><td class="center">e</td><td class="right">f</td>')
})

test('task boxes are images, and struck-through text is marked', () => {
  expect(html('- [x] a')).toContain('<span class="task" role="img" aria-label="ticked" lang="en" dir="ltr">☑</span> a')
  expect(html('- [ ] a')).toContain('aria-label="not ticked"')
  expect(html('~~a~~')).toContain('<s>a</s>')
})

test('an amount in a cell stays on one line, and a long word may be split', () => {
  expect(html('| a |\n|--|\n| 1,200.00 € |')).toContain('1,200.00\u00a0€')
  expect(html('x'.repeat(40)).replaceAll('<wbr>', '')).toContain('x'.repeat(40))
  expect(html('x'.repeat(40))).toContain('<wbr>')
})

test('right-to-left text is right-to-left, in lists and tables too, and values keep their own direction', () => {
  expect(html('هذا عقد\n\n- بند\n\n| أ | ب |\n|--|--|\n| ج | د |')).toMatch(
    /<p dir="rtl">.*<ul dir="rtl">.*<div class="scroll" tabindex="0" dir="rtl">/s,
  )
  expect(documentHtml(reader, parseAgreement('هذا {{a}}\n\nplain English'), () => 'x', 'rtl')).toBe(
    '<p>هذا <bdi>x</bdi></p>\n<p dir="ltr">plain English</p>',
  )
})

import {
  defineLanguageFacet,
  HighlightStyle,
  Language,
  languageDataProp,
  syntaxHighlighting,
} from '@codemirror/language'
import type { Extension } from '@codemirror/state'
import { tags } from '@lezer/highlight'
import { parser, Strikethrough, Table, TaskList } from '@lezer/markdown'

const data = defineLanguageFacet()

/** The Markdown of agreements: CommonMark with tables, strike-through and task lists. */
const language = new Language(
  data,
  parser.configure([Table, Strikethrough, TaskList, { props: [languageDataProp.add({ Document: data })] }]),
  [],
  'markdown',
)

// The colours belong to the theme, whose variables also reach the editor's shadow tree.
const look = HighlightStyle.define([
  { tag: tags.heading, fontWeight: '700' },
  { tag: tags.strong, fontWeight: '700' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: tags.strikethrough, textDecoration: 'line-through' },
  { tag: [tags.processingInstruction, tags.url], color: 'var(--mantine-color-dimmed)' },
])

export const markdown: Extension = [language, syntaxHighlighting(look)]

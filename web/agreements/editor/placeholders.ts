import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import { type Extension, RangeSetBuilder } from '@codemirror/state'
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view'

/** A field as the editor knows it. */
export type KnownField = { key: string; label: string; type: string }

const placeholder = /\{\{\s*([a-z][a-z0-9_]*)(?:\s*:\s*[a-z][a-z0-9_]*)?\s*\}\}/g
const mark = Decoration.mark({ class: 'cm-field' })

/** Marks the fields of the text, so that people see them at a glance. */
export const marked: Extension = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet

    constructor(view: EditorView) {
      this.decorations = findFields(view)
    }

    update(update: ViewUpdate) {
      if (update.docChanged || update.viewportChanged) this.decorations = findFields(update.view)
    }
  },
  { decorations: ({ decorations }) => decorations },
)

function findFields(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>()
  for (const { from, to } of view.visibleRanges) {
    for (const found of view.state.sliceDoc(from, to).matchAll(placeholder))
      builder.add(from + found.index, from + found.index + found[0].length, mark)
  }
  return builder.finish()
}

/** Offers the fields after two braces, and a new field for an unknown key. */
export function completeFields(
  context: CompletionContext,
  fields: readonly KnownField[],
  offer: { typeName(type: string): string; newField(key: string): string; onNew(key: string): void },
): CompletionResult | null {
  const typed = context.matchBefore(/\{\{\s*\w*/)
  if (!typed) return null
  const word = typed.text.replace(/^\{\{\s*/, '').toLowerCase()
  const options: Completion[] = fields.map(({ key, label, type }) => ({
    label: key,
    detail: label,
    info: offer.typeName(type),
    apply: (view, _completion, from, to) => insertField(view, key, from, to),
  }))
  if (/^[a-z][a-z0-9_]*$/.test(word) && !fields.some(({ key }) => key === word)) {
    options.push({
      label: word,
      displayLabel: offer.newField(word),
      boost: -99,
      apply: (view, _completion, from, to) => {
        insertField(view, word, from, to)
        offer.onNew(word)
      },
    })
  }
  return { from: typed.to - word.length, options, filter: true }
}

// The braces may already be there, on both sides.
function insertField(view: EditorView, key: string, from: number, to: number): void {
  const closing = /^\s*\}\}/.exec(view.state.sliceDoc(to, to + 4))?.[0] ?? ''
  view.dispatch({
    changes: { from, to: to + closing.length, insert: `${key}}}` },
    selection: { anchor: from + key.length + 2 },
  })
}

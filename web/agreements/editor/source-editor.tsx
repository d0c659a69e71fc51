import { autocompletion, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { lintKeymap, setDiagnostics } from '@codemirror/lint'
import { EditorState } from '@codemirror/state'
import { drawSelection, EditorView, keymap, lineNumbers } from '@codemirror/view'
import { useEffect, useRef } from 'react'
import css from '../agreement/agreement.module.css'
import { type TextFault, toDiagnostics } from './faults.ts'
import { look } from './look.ts'
import { markdown } from './markdown.ts'
import { completeFields, type KnownField, marked } from './placeholders.ts'

type SourceEditorProps = {
  value: string
  label: string
  fields: readonly KnownField[]
  faults: readonly TextFault[]
  isReadOnly: boolean
  words: { typeName(type: string): string; newField(key: string): string; addField: string }
  onChange(value: string): void
  onNewField(key: string): void
  onSave(): void
  /** Called once with a function that inserts text at the cursor. */
  onReady(insert: (text: string) => void): void
}

/**
 * The text of an agreement. The editor is in a shadow tree, because scripts make its style, and the page's policy
 * refuses such styles.
 */
export function SourceEditor(props: SourceEditorProps) {
  const host = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView>(null)
  const latest = useRef(props)
  latest.current = props
  useEffect(() => {
    if (!host.current) return
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' })
    const editor = createEditor(root, latest)
    view.current = editor
    latest.current.onReady((text) => {
      editor.dispatch(editor.state.replaceSelection(text))
      editor.focus()
    })
    return () => editor.destroy()
  }, [])
  const { value, faults } = props
  useEffect(() => {
    const editor = view.current
    if (!editor || editor.state.doc.toString() === value) return
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: value } })
  }, [value])
  useEffect(() => {
    const editor = view.current
    if (!editor) return
    const { words, onNewField } = latest.current
    const found = toDiagnostics(editor.state.doc, faults, { label: words.addField, onMend: onNewField })
    editor.dispatch(setDiagnostics(editor.state, found))
  }, [faults])
  return <div ref={host} className={css.editor} />
}

function createEditor(root: ShadowRoot, latest: { readonly current: SourceEditorProps }): EditorView {
  const { value, label, isReadOnly } = latest.current
  const complete = autocompletion({
    override: [
      (context) => {
        const { fields, words, onNewField } = latest.current
        return completeFields(context, fields, { ...words, onNew: onNewField })
      },
    ],
    activateOnTyping: true,
    icons: false,
  })
  const save = {
    key: 'Mod-s',
    run: () => {
      latest.current.onSave()
      return true
    },
  }
  const state = EditorState.create({
    doc: value,
    extensions: [
      ...[lineNumbers(), history(), drawSelection(), EditorView.lineWrapping, markdown, marked, complete, look],
      keymap.of([save, ...completionKeymap, ...lintKeymap, ...historyKeymap, ...defaultKeymap]),
      EditorState.readOnly.of(isReadOnly),
      EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'true' }),
      EditorView.updateListener.of(({ docChanged, state: { doc } }) => {
        if (docChanged) latest.current.onChange(doc.toString())
      }),
    ],
  })
  return new EditorView({ state, root, parent: root })
}

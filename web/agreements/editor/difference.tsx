import { MergeView } from '@codemirror/merge'
import { EditorState } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { useEffect, useRef } from 'react'
import css from '../agreement/agreement.module.css'
import { look } from './look.ts'
import { markdown } from './markdown.ts'
import { marked } from './placeholders.ts'

/** Two texts side by side with their differences; long equal parts are folded. */
export function Difference({
  before,
  after,
  labels,
}: {
  before: string
  after: string
  labels: readonly [string, string]
}) {
  const host = useRef<HTMLDivElement>(null)
  const [first, second] = labels
  useEffect(() => {
    if (!host.current) return
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' })
    const side = (doc: string, label: string) => ({
      doc,
      extensions: [
        ...[EditorView.lineWrapping, EditorState.readOnly.of(true), markdown, marked, look],
        EditorView.contentAttributes.of({ 'aria-label': label }),
      ],
    })
    const view = new MergeView({
      a: side(before, first),
      b: side(after, second),
      parent: root,
      root,
      collapseUnchanged: { margin: 3, minSize: 6 },
    })
    return () => view.destroy()
  }, [before, after, first, second])
  return <div ref={host} className={css.difference} />
}

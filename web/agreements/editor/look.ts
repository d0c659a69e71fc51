import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'

/** The look of the editor, in the colours of the theme, light and dark. */
export const look: Extension = EditorView.theme({
  '&': { fontSize: '0.95rem', height: '100%' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    fontFamily: 'var(--mantine-font-family-monospace)',
    lineHeight: '1.6',
    overflow: 'auto',
  },
  '.cm-content': { padding: '0.75rem 0', caretColor: 'var(--mantine-color-text)' },
  '.cm-line': { padding: '0 0.9rem' },
  '.cm-cursor': { borderLeftColor: 'var(--mantine-color-text)' },
  '.cm-gutters': {
    background: 'transparent',
    border: 'none',
    color: 'var(--mantine-color-dimmed)',
    fontSize: '0.8rem',
  },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    background: 'color-mix(in srgb, var(--mantine-primary-color-filled) 35%, transparent)',
  },
  '.cm-field': {
    padding: '0.05em 0.15em',
    borderRadius: '0.25em',
    background: 'var(--mantine-primary-color-light)',
    color: 'var(--mantine-primary-color-light-color)',
  },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--mantine-color-error)',
    textUnderlineOffset: '0.25em',
  },
  '.cm-tooltip': {
    border: '1px solid var(--frame-line)',
    borderRadius: 'var(--mantine-radius-md)',
    background: 'var(--mantine-color-body)',
    color: 'var(--mantine-color-text)',
    boxShadow: '0 0.25rem 1rem rgb(0 0 0 / 20%)',
    overflow: 'hidden',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'inherit', maxHeight: '14em' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '0.3rem 0.75rem' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    background: 'var(--mantine-primary-color-filled)',
    color: '#fff',
  },
  '.cm-completionDetail': { color: 'inherit', opacity: '0.85' },
  '.cm-diagnostic': { padding: '0.4rem 0.75rem', fontFamily: 'var(--mantine-font-family)' },
  '.cm-diagnosticAction': { background: 'var(--mantine-primary-color-filled)', borderRadius: '0.25rem' },
})

import type { Diagnostic } from '@codemirror/lint'
import type { Text } from '@codemirror/state'

/** A fault of a text: its place, and the missing field, if a new field would correct it. */
export type TextFault = { line: number; message: string; missing?: string }

// `{{signature:driver}}` is the field signature_driver.
const keyOf = (text: string) => text.replace(/[{}\s]/g, '').replace(':', '_')

/** Underlines the place of a fault: the braces that it quotes, or else its whole line. */
export function toDiagnostics(
  doc: Text,
  faults: readonly TextFault[],
  mend: { label: string; onMend(key: string): void },
): Diagnostic[] {
  return faults.map(({ line: number, message, missing }) => {
    const line = doc.line(Math.min(Math.max(number, 1), doc.lines))
    const quoted = missing === undefined ? /\{[^\s]*\}?/.exec(message)?.[0] : undefined
    const pattern =
      missing === undefined
        ? quoted
        : [...line.text.matchAll(/\{\{[^{}]*\}\}/g)].find(([text]) => keyOf(text) === missing)?.[0]
    const at = pattern ? line.text.indexOf(pattern) : -1
    const [from, to] = at < 0 || !pattern ? [line.from, line.to] : [line.from + at, line.from + at + pattern.length]
    const actions = missing === undefined ? [] : [{ name: mend.label, apply: () => mend.onMend(missing) }]
    return { from, to, severity: 'error', message, actions }
  })
}

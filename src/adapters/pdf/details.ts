import { type Canvas, ensureRoom, moveDown } from './canvas.ts'
import { breakLines } from './lines.ts'
import { directionOfRuns, placeLineAt } from './place.ts'
import { tagged } from './tags.ts'
import { LABEL, SMALL, SMALL_LEADING, type Style } from './theme.ts'

/** A label and its value; `exact` values (ids, hashes) are set in a face of fixed width. */
export type Detail = { label: string; value: string; exact?: true }

const EXACT: Style = { ...SMALL, face: 'mono', size: 7.4 }

/** Writes labels and values in two columns; a value that is too long goes on below itself. */
export function placeDetails(canvas: Canvas, details: Detail[], labelWidth: number): void {
  for (const { label, value, exact } of details) {
    const labels = breakLines(canvas.faces, [{ kind: 'text', text: label, style: LABEL }], labelWidth - 8)
    const runs = [{ kind: 'text', text: value === '' ? '\u2013' : value, style: exact ? EXACT : SMALL }] as const
    const direction = directionOfRuns([...runs])
    const values = breakLines(canvas.faces, [...runs], canvas.width - labelWidth)
    tagged(canvas, 'P', () => {
      for (let index = 0; index < Math.max(labels.length, values.length); index++) {
        ensureRoom(canvas, SMALL_LEADING)
        const baseline = canvas.top - SMALL_LEADING * 0.72
        const [left, right] = [labels[index], values[index]]
        if (left) placeLineAt(canvas, left, canvas.left, labelWidth, baseline, { align: 'left', direction: 'ltr' })
        if (right) {
          const column = [canvas.left + labelWidth, canvas.width - labelWidth] as const
          placeLineAt(canvas, right, ...column, baseline, { align: 'left', direction })
        }
        moveDown(canvas, SMALL_LEADING)
      }
    })
    moveDown(canvas, 1.5)
  }
}

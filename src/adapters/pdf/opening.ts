import type { Block, FinishedAgreement } from '../../core/agreements/document/index.ts'
import { type Canvas, drawGlyphs, fillRectangle, moveDown } from './canvas.ts'
import { placeRuns } from './place.ts'
import { COLOURS, HEADINGS, LABEL, PAGE, SMALL, type Style } from './theme.ts'
import { measure, typeset } from './typeset.ts'

const OWNER: Style = { face: 'sansBold', size: 9, colour: COLOURS.accent, tracking: 0.4 }
const FOOT: Style = { ...LABEL, size: 7.5 }

/** The head of the first page: who sent the agreement, and its title. */
export function placeOpening(canvas: Canvas, input: FinishedAgreement): void {
  fillRectangle(canvas, canvas.left, PAGE.height - 46, 34, 2.4, COLOURS.accent)
  placeRuns(canvas, [{ kind: 'text', text: input.organizationName, style: OWNER }], 13)
  moveDown(canvas, 8)
  placeRuns(canvas, [{ kind: 'text', text: input.title, style: HEADINGS[1].style }], HEADINGS[1].leading, 'H1')
  moveDown(canvas, 16)
}

/** The blocks without a first heading that only repeats the title. */
export function withoutTitle(blocks: Block[], title: string): Block[] {
  const [first, ...rest] = blocks
  const [inline] = first?.kind === 'heading' && first.children.length === 1 ? first.children : []
  return inline?.kind === 'text' && inline.text.trim() === title.trim() ? rest : blocks
}

/** Writes the foot of every page, once their number is known. */
export function placeFeet(canvas: Canvas, submissionId: string): void {
  canvas.sheets.forEach((sheet, index) => {
    const write = (text: string, x: number) => {
      let at = x
      for (const atom of typeset(canvas.faces, text, FOOT)) {
        drawGlyphs(canvas, sheet, atom.text, at, 44, { ...FOOT, face: atom.face })
        at += atom.width
      }
    }
    const number = `page ${index + 1} of ${canvas.sheets.length}`
    write(`Submission ${submissionId}`, PAGE.left)
    write(number, PAGE.width - PAGE.right - measure(canvas.faces, number, FOOT))
  })
}

export const EMPTY_NOTE = {
  kind: 'text',
  text: 'This agreement has no text.',
  style: { ...SMALL, colour: COLOURS.muted },
} as const

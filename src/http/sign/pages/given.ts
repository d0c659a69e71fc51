import { html } from 'ghtml'
import type { Field, FinishedField, Mark } from '../../../core/agreements/index.ts'
import { boundsOf, type Drawing, pathOf, penWidth } from '../../../writing/index.ts'
import type { Reader } from '../../reader.ts'
import { ours, wordsFor } from '../words.ts'

/** A given value in the running text, as the finished document will show it. */
export function givenHtml(reader: Reader, { label }: Pick<Field, 'label'>, given: FinishedField): string {
  const { sign, form } = wordsFor(reader)
  const empty = () =>
    html`<span class="blank" role="img" aria-label="${sign.left_empty({ label })}"!${ours(reader)}></span>`
  switch (given.kind) {
    case 'text':
    case 'date':
      return given.value.trim() === '' ? empty() : html`<span class="filled">${given.value}</span>`
    case 'checkbox': {
      const [sign, said] = given.checked ? ['\u2611', form.ticked] : ['\u2610', form.not_ticked]
      return html`<span class="filled"><span role="img" aria-label="${said}"!${ours(reader)}>${sign}</span> ${label}</span>`
    }
    default:
      return given.mark ? markHtml(reader, label, given.mark) : empty()
  }
}

function markHtml(reader: Reader, label: string, mark: Mark): string {
  if (mark.kind === 'typed') return html`<span class="filled hand">${mark.name}</span>`
  const { x, y, width, height } = boundsOf(mark.drawing)
  const said = wordsFor(reader).sign.drawn_mark({ label })
  return html`<svg class="mark" role="img" aria-label="${said}"!${ours(reader)} viewBox="${x} ${y} ${width} ${height}" width="${width}" height="${height}">!${inkHtml(mark.drawing)}</svg>`
}

/** A box of a page in points. */
type Box = { x: number; y: number; width: number; height: number }

/** A given value in its place on the page of a PDF. It is a picture; screen readers read the value elsewhere. */
export function givenInPlace(given: FinishedField, { x, y, width, height }: Box): string {
  switch (given.kind) {
    case 'text':
    case 'date':
      return given.value.trim() === '' ? '' : wordsInPlace(given.value, { x, y, width, height }, '')
    case 'checkbox':
      return given.checked
        ? html`<svg x="${x}" y="${y}" width="${width}" height="${height}" viewBox="0 0 10 10"><path class="ink tick" d="M1.6 5.4 L4 8 L8.6 2"/></svg>`
        : ''
    default: {
      if (!given.mark) return ''
      if (given.mark.kind === 'typed') return wordsInPlace(given.mark.name, { x, y, width, height }, ' hand')
      const ink = boundsOf(given.mark.drawing)
      return html`<svg x="${x}" y="${y}" width="${width}" height="${height}" preserveAspectRatio="xMinYMid meet" viewBox="${ink.x} ${ink.y} ${ink.width} ${ink.height}">!${inkHtml(given.mark.drawing)}</svg>`
    }
  }
}

// The document measures its letters. A page only estimates their width, and rather too wide.
const widthOfLetter = 0.56
const largest = { words: 11, hand: 36 }

function wordsInPlace(words: string, { x, y, width, height }: Box, hand: '' | ' hand'): string {
  const lines = words.split('\n').map((line) => [...line].length)
  const fits = (size: number) => {
    const rows = lines.reduce(
      (sum, letters) => sum + Math.max(Math.ceil((letters * size * widthOfLetter) / width), 1),
      0,
    )
    return hand ? rows === lines.length && size <= height * 0.72 : rows * size * 1.22 <= height
  }
  let size = hand ? largest.hand : largest.words
  while (size > 2 && !fits(size)) size -= 0.5
  return html`<foreignObject x="${x}" y="${y}" width="${width}" height="${height}" font-size="${size}"><div class="placed${hand}" dir="auto">${words}</div></foreignObject>`
}

function inkHtml({ strokes }: Drawing): string {
  const paths = strokes.map((stroke) => html`<path d="${pathOf(stroke)}"/>`).join('')
  return html`<g class="ink" stroke-width="${penWidth}">!${paths}</g>`
}

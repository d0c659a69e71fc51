import type { FinishedAgreement } from '../../core/agreements/document/index.ts'
import { type Setting, setLines } from './inlines.ts'
import type { SetLayer, SetPlaced } from './model.ts'

/** The values and marks over the pages of a PDF: a layer for each page that has some, and the number of that page. */
export function setLayers(
  setting: Setting,
  pdf: NonNullable<FinishedAgreement['pdf']>,
): { layers: SetLayer[]; pages: number[] } {
  const layers = new Map<number, SetLayer>()
  for (const [key, places] of Object.entries(pdf.places)) {
    for (const { page, ...place } of places) {
      const size = pdf.pages[page - 1]
      if (!size) throw new Error(`The PDF has no page ${page}.`)
      const box = {
        x: place.x * size.width,
        y: place.y * size.height,
        w: place.width * size.width,
        h: place.height * size.height,
      }
      const placed = setPlaced(setting, key, box)
      const layer = layers.get(page) ?? { w: size.width, h: size.height, placed: [] }
      layers.set(page, layer)
      if (placed) layer.placed.push(placed)
    }
  }
  return { layers: [...layers.values()], pages: [...layers.keys()] }
}

type Box = Pick<SetPlaced, 'x' | 'y' | 'w' | 'h'>

/** An empty blank draws nothing. */
function setPlaced({ fields, text, marks, words }: Setting, key: string, box: Box): SetPlaced | null {
  const field = Object.hasOwn(fields, key) ? fields[key] : undefined
  switch (field?.kind) {
    case 'text':
    case 'date':
      return field.value.trim() === '' ? null : { ...box, k: 'text', kids: setLines(text, field.value) }
    case 'checkbox':
      return field.checked ? { ...box, k: 'tick', alt: words.ticked } : null
    case 'initials':
    case 'signature':
      // A drawing has room around it, unless the place is narrow.
      return field.mark && { ...box, k: 'mark', mark: marks.set(field.mark, { w: box.w + 8, h: box.h }) }
    default:
      return null
  }
}

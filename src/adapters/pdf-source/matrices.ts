import { type OpenPdf, readDoubles, withMemory, withPage } from './pdfium.ts'

/** Maps a point of the seen page, in points from its lower left corner, to the page's own space. */
type PageMatrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]
/** A page as readers show it, in points. */
export type SeenPage = { width: number; height: number; matrix: PageMatrix }

const whole = 1_000_000

/** The page as readers show it, with its crop box and rotation; null when it cannot be read. */
export function seePage(pdf: OpenPdf, number: number): SeenPage | null {
  return withPage(pdf, number, (open) => {
    if (!open) return null
    const { pdfium, page } = open
    const toPage = (x: number, y: number) =>
      withMemory(pdfium, 16, (at) => {
        pdfium.FPDF_DeviceToPage(page, 0, 0, whole, whole, 0, x, y, at, at + 8)
        const [pageX = 0, pageY = 0] = readDoubles(pdfium, at, 2)
        return { x: pageX, y: pageY }
      })
    const [width, height] = [pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)]
    const [upperLeft, upperRight, lowerLeft] = [toPage(0, 0), toPage(whole, 0), toPage(0, whole)]
    const matrix = [
      (upperRight.x - upperLeft.x) / width,
      (upperRight.y - upperLeft.y) / width,
      (upperLeft.x - lowerLeft.x) / height,
      (upperLeft.y - lowerLeft.y) / height,
      lowerLeft.x,
      lowerLeft.y,
    ] as const
    return { width, height, matrix }
  })
}

/** A colour as red, green and blue, each 0 to 1. */
export type Colour = readonly [number, number, number]

export const COLOURS = {
  ink: [0.1, 0.11, 0.13],
  muted: [0.4, 0.42, 0.46],
  filled: [0.09, 0.2, 0.5],
  accent: [0.05, 0.36, 0.42],
  hairline: [0.8, 0.81, 0.83],
  shade: [0.955, 0.96, 0.965],
} as const satisfies Record<string, Colour>

/** A4 in points, with margins that leave a line of about 80 characters. */
export const PAGE = { width: 595.28, height: 841.89, left: 78, right: 78, top: 74, bottom: 80 } as const
export const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right

export type FaceName =
  | 'serif'
  | 'serifItalic'
  | 'serifBold'
  | 'serifBoldItalic'
  | 'sans'
  | 'sansBold'
  | 'mono'
  | 'script'
  | 'fallback'
  | 'fallbackBold'

/** How a run looks. Sizes and tracking (extra space after each character) are in points. */
export type Style = {
  face: FaceName
  size: number
  colour: Colour
  tracking?: number
  underline?: Colour
  href?: string
  /** A value with a direction of its own, which the text around it does not reorder. */
  isolated?: true
}

export const BODY: Style = { face: 'serif', size: 10.5, colour: COLOURS.ink }
export const BODY_LEADING = 15.6
export const SMALL: Style = { face: 'sans', size: 8.5, colour: COLOURS.ink }
export const SMALL_LEADING = 12
export const LABEL: Style = { face: 'sans', size: 8.5, colour: COLOURS.muted }
export const CODE: Style = { face: 'mono', size: 8.4, colour: COLOURS.ink }
export const EYEBROW: Style = { face: 'sansBold', size: 8, colour: COLOURS.accent, tracking: 0.6 }

type HeadingLook = { style: Style; leading: number; before: number; after: number }

const heading = (face: FaceName, size: number, before: number, after: number): HeadingLook => ({
  style: { face, size, colour: COLOURS.ink },
  leading: Math.round(size * 1.22 * 10) / 10,
  before,
  after,
})

export const HEADINGS: Record<1 | 2 | 3 | 4 | 5 | 6, HeadingLook> = {
  1: heading('serifBold', 22, 22, 12),
  2: heading('serifBold', 14.5, 20, 6),
  3: heading('serifBold', 12, 14, 4),
  4: heading('sansBold', 10.5, 12, 3),
  5: heading('sansBold', 9.5, 10, 3),
  6: heading('sans', 9.5, 10, 3),
}

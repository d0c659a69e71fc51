import type { FinishedField, Inline } from '../../core/agreements/document/index.ts'
import type { Canvas } from './canvas.ts'
import { blankBox, checkBox, markBox } from './marks.ts'
import { CODE, COLOURS, type FaceName, type Style } from './theme.ts'
import type { Run } from './typeset.ts'

type Fields = Record<string, FinishedField>

const BOLD: Partial<Record<FaceName, FaceName>> = {
  serif: 'serifBold',
  serifItalic: 'serifBoldItalic',
  sans: 'sansBold',
}
const ITALIC: Partial<Record<FaceName, FaceName>> = { serif: 'serifItalic', serifBold: 'serifBoldItalic' }

/** Turns the inlines of a block into runs: styles become faces, placeholders the values that were filled in. */
export function runsOf(canvas: Canvas, inlines: Inline[], fields: Fields, style: Style): Run[] {
  const looks = new Map<string, Style>()
  const lookOf = (inline: Inline & { kind: 'text' }): Style => {
    const key = `${inline.strong}${inline.emphasis}${inline.code}`
    const known = looks.get(key) ?? styleOf(inline, style)
    looks.set(key, known)
    return known
  }
  return inlines.flatMap((inline): Run[] => {
    switch (inline.kind) {
      case 'text':
        return [{ kind: 'text', text: inline.text, style: lookOf(inline) }]
      case 'link':
        return runsOf(canvas, inline.children, fields, {
          ...style,
          href: inline.href,
          colour: COLOURS.accent,
          underline: COLOURS.hairline,
        })
      case 'field':
        return runsOfField(canvas, Object.hasOwn(fields, inline.key) ? fields[inline.key] : undefined, style)
      default:
        return [inline]
    }
  })
}

function styleOf(inline: Inline & { kind: 'text' }, style: Style): Style {
  if (inline.code) return { ...CODE, size: style.size * 0.86 }
  let face = style.face
  if (inline.strong) face = BOLD[face] ?? face
  if (inline.emphasis) face = ITALIC[face] ?? face
  return { ...style, face }
}

function runsOfField(canvas: Canvas, field: FinishedField | undefined, style: Style): Run[] {
  switch (field?.kind) {
    case 'text':
    case 'date':
      if (field.value.trim() === '') return [blankBox(110)]
      return runsOfValue(field.value, { ...style, colour: COLOURS.filled, underline: COLOURS.hairline, isolated: true })
    case 'checkbox':
      return [checkBox(field.checked)]
    case 'initials':
      return field.letters === '' ? [blankBox(40)] : [markBox(canvas, { kind: 'typed', name: field.letters }, 40, 24)]
    case 'signature':
      return [field.mark ? markBox(canvas, field.mark, 150, 30) : blankBox(150)]
    default:
      return [blankBox(110)]
  }
}

/** A value keeps the lines it was entered in. */
function runsOfValue(value: string, style: Style): Run[] {
  return value
    .trim()
    .split(/\r\n|\r|\n/)
    .flatMap((text, index): Run[] => [
      ...(index > 0 ? [{ kind: 'break' } as const] : []),
      { kind: 'text', text, style },
    ])
}

import type { FinishedField, Inline } from '../../core/agreements/document/index.ts'
import type { Marks } from './marks.ts'
import type { Piece } from './model.ts'
import type { Look, TextSetter } from './text.ts'
import type { Words } from './words.ts'

export type Setting = {
  text: TextSetter
  marks: Marks
  words: Words
  fields: Record<string, FinishedField>
}

/** The size of a signature inside the text, in points. */
const MARK = { w: 150, h: 30 }
const BLANK = 110
const INITIALS = { w: 40, h: 24 }
const LONGEST_ADDRESS = 2_000

/** The inlines of a block as pieces, with values in place of placeholders. */
export function setInlines(setting: Setting, inlines: Inline[]): Piece[] {
  return inlines.flatMap((inline): Piece[] => {
    switch (inline.kind) {
      case 'text':
        return setting.text.pieces(inline.text, lookOf(inline))
      case 'link': {
        const kids = setInlines(setting, inline.children)
        return inline.href.length > LONGEST_ADDRESS ? kids : [{ k: 'link', href: inline.href, kids }]
      }
      case 'task':
        return [setCheck(setting, inline.done), ...setting.text.pieces('\u00a0')]
      case 'field':
        return setField(setting, Object.hasOwn(setting.fields, inline.key) ? setting.fields[inline.key] : undefined)
      default:
        return [{ k: 'break' }]
    }
  })
}

function lookOf({ strong, emphasis, code, strike }: Inline & { kind: 'text' }): Look {
  return {
    ...(strong && { b: true }),
    ...(emphasis && { i: true }),
    ...(code && { c: true }),
    ...(strike && { x: true }),
  }
}

function setField(setting: Setting, field: FinishedField | undefined): Piece[] {
  const { text, marks } = setting
  switch (field?.kind) {
    case 'text':
    case 'date':
      if (field.value.trim() === '') return [{ k: 'blank', w: BLANK }]
      return [{ k: 'value', kids: setLines(text, field.value) }]
    case 'checkbox':
      return [setCheck(setting, field.checked)]
    case 'initials':
      return [
        field.mark ? { k: 'mark', ...INITIALS, mark: marks.set(field.mark, INITIALS) } : { k: 'blank', w: INITIALS.w },
      ]
    case 'signature':
      return [field.mark ? { k: 'mark', ...MARK, mark: marks.set(field.mark, MARK) } : { k: 'blank', w: MARK.w }]
    default:
      return [{ k: 'blank', w: BLANK }]
  }
}

function setCheck({ words }: Setting, on: boolean): Piece {
  return { k: 'check', on, alt: on ? words.ticked : words.not_ticked }
}

/** A value keeps its line breaks. */
export function setLines(text: TextSetter, value: string): Piece[] {
  return value
    .trim()
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .flatMap((line, index): Piece[] => [...(index > 0 ? [{ k: 'break' } as const] : []), ...text.isolated(line)])
}

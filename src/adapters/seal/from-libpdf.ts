import {
  type PDF,
  PdfArray,
  PdfBool,
  PdfDict,
  PdfName,
  PdfNumber,
  type PdfObject,
  PdfRef,
  PdfString,
} from '@libpdf/core'
import { bytesText, isDict, name, type PdfRef as OurRef, type PdfValue } from '../../../verifier/pdf/values.ts'
import { SealError } from './fault.ts'

const mostDeep = 50

/** Converts a value of libpdf to a value of our revisions. */
export function toValue(object: PdfObject | undefined, depth = 0): PdfValue {
  if (depth > mostDeep) throw new SealError('pdf_unreadable', 'A value of the PDF is nested too deeply.')
  if (object instanceof PdfRef) return toRef(object)
  if (object instanceof PdfName) return name(object.value)
  if (object instanceof PdfNumber || object instanceof PdfBool) return object.value
  if (object instanceof PdfString) return bytesText(object.bytes)
  if (object instanceof PdfArray) return [...object].map((one) => toValue(one, depth + 1))
  if (object instanceof PdfDict) return new Map([...object].map(([key, one]) => [key.value, toValue(one, depth + 1)]))
  return null
}

function toRef({ objectNumber, generation }: PdfRef): OurRef {
  return { kind: 'ref', number: objectNumber, generation }
}

/** Reads the objects of a PDF, and follows references. */
export type Reader = {
  /** The object that a value refers to, or else the value. */
  follow(value: PdfValue | undefined): PdfValue
  /** A changeable copy of the dictionary that a value refers to. Empty when it is no dictionary. */
  dictOf(value: PdfValue | undefined): Map<string, PdfValue>
  listOf(value: PdfValue | undefined): PdfValue[]
}

export function readFrom(pdf: PDF): Reader {
  const follow = (value: PdfValue | undefined): PdfValue => {
    if (typeof value !== 'object' || value === null || !('kind' in value) || value.kind !== 'ref') return value ?? null
    return toValue(pdf.getObject(PdfRef.of(value.number, value.generation)) ?? undefined)
  }
  return {
    follow,
    dictOf(value) {
      const found = follow(value)
      return isDict(found) ? new Map(found) : new Map()
    },
    listOf(value) {
      const found = follow(value)
      return Array.isArray(found) ? [...found] : []
    },
  }
}

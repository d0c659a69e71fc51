import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { init } from '@embedpdf/pdfium'
import type { PagePlace } from '../../core/agreements/sources/index.ts'

const wasmFile = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm')
const whole = 1_000_000

export type Pdfium = Awaited<ReturnType<typeof load>>
/** An open document, by its handle in pdfium. */
export type OpenPdf = { pdfium: Pdfium; handle: number }
export type OpenPage = OpenPdf & { page: number; number: number }

let loaded: Promise<Pdfium> | undefined

async function load() {
  const module = await init({ wasmBinary: Uint8Array.from(readFileSync(wasmFile)).buffer })
  module.PDFiumExt_Init()
  return module
}

/**
 * Opens a document, with an empty password if it is encrypted, and runs `work` on it. `work` gets null, and pdfium's
 * reason, when it cannot be opened.
 */
export async function withPdf<T>(bytes: Uint8Array, work: (pdf: OpenPdf | null, reason: number) => T): Promise<T> {
  loaded ??= load()
  const pdfium = await loaded
  return withMemory(pdfium, bytes.length, (at) => {
    heapOf(pdfium).set(bytes, at)
    const handle = pdfium.FPDF_LoadMemDocument(at, bytes.length, '')
    if (handle === 0) return work(null, pdfium.FPDF_GetLastError())
    try {
      return work({ pdfium, handle }, 0)
    } finally {
      pdfium.FPDF_CloseDocument(handle)
    }
  })
}

/** Runs `work` on a page, counted from 1. `work` gets null when the page cannot be read. */
export function withPage<T>(pdf: OpenPdf, number: number, work: (page: OpenPage | null) => T): T {
  const page = pdf.pdfium.FPDF_LoadPage(pdf.handle, number - 1)
  if (page === 0) return work(null)
  try {
    return work({ ...pdf, page, number })
  } finally {
    pdf.pdfium.FPDF_ClosePage(page)
  }
}

/** Lends this many bytes of pdfium's memory. */
export function withMemory<T>({ pdfium }: Pdfium, size: number, work: (at: number) => T): T {
  const at = pdfium.wasmExports.malloc(size)
  if (at === 0) throw new Error('pdfium has no memory left.')
  try {
    return work(at)
  } finally {
    pdfium.wasmExports.free(at)
  }
}

/** pdfium's present memory, which is another object after it has grown. */
export function heapOf({ pdfium }: Pdfium): Uint8Array<ArrayBuffer> {
  const heap: unknown = Reflect.get(pdfium, 'HEAPU8')
  if (heap instanceof Uint8Array && heap.buffer instanceof ArrayBuffer) return new Uint8Array(heap.buffer)
  throw new Error('pdfium shows no memory.')
}

/** Reads numbers that pdfium wrote into its memory. */
export function readFloats(pdfium: Pdfium, at: number, count: number): number[] {
  return [...new Float32Array(heapOf(pdfium).buffer, at, count)]
}

export function readDoubles(pdfium: Pdfium, at: number, count: number): number[] {
  const view = new DataView(heapOf(pdfium).buffer)
  return Array.from({ length: count }, (_, index) => view.getFloat64(at + index * 8, true))
}

/** Reads a text of pdfium. `write` writes it in UTF-16 and returns its length in bytes, with the final NUL. */
export function readText(pdfium: Pdfium, write: (at: number, size: number) => number): string {
  const size = write(0, 0)
  if (size <= 2) return ''
  return withMemory(pdfium, size, (at) => {
    write(at, size)
    return Buffer.from(heapOf(pdfium).buffer, at, size - 2).toString('utf16le')
  })
}

/** Converts a box in the page's own space to fractions of the seen page. */
export function toPlace({ pdfium, page, number }: OpenPage, box: Box): PagePlace {
  const [left, top] = toSeen(pdfium, page, box.left, box.top)
  const [right, bottom] = toSeen(pdfium, page, box.right, box.bottom)
  const x = Math.min(left, right)
  const y = Math.min(top, bottom)
  return { page: number, x, y, width: Math.abs(right - left), height: Math.abs(bottom - top) }
}

type Box = { left: number; right: number; top: number; bottom: number }

function toSeen(pdfium: Pdfium, page: number, x: number, y: number): [number, number] {
  return withMemory(pdfium, 8, (at) => {
    pdfium.FPDF_PageToDevice(page, 0, 0, whole, whole, 0, x, y, at, at + 4)
    const [seenX = 0, seenY = 0] = new Int32Array(heapOf(pdfium).buffer, at, 2)
    return [seenX / whole, seenY / whole]
  })
}

import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Opens a PDF with pdf.js. */
export async function openPdf(bytes: Uint8Array) {
  return getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise
}

/** The text of each page, as pdf.js reads it. */
export async function readPages(bytes: Uint8Array): Promise<string[]> {
  const pdf = await openPdf(bytes)
  const pages: string[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '))
  }
  return pages
}

/** The output of a program of poppler or qpdf for a PDF; `before` are the arguments before its file. */
export function askProgram(program: string, bytes: Uint8Array, ...before: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'agreement-'))
  const file = join(folder, 'a.pdf')
  writeFileSync(file, bytes)
  const after = program === 'pdftotext' ? ['-'] : []
  const { error, stdout, stderr } = spawnSync(program, [...before, file, ...after], { encoding: 'utf8' })
  rmSync(folder, { recursive: true })
  if (error) throw error
  return `${stdout}${stderr}`
}

/** The complaints of two readers about a file. pdf.js reads every page, and qpdf checks the whole file. */
export async function findFaults(bytes: Uint8Array): Promise<string> {
  await readPages(bytes)
  return (
    askProgram('qpdf', bytes, '--check')
      .match(/^.*(WARNING|ERROR|error:|damaged).*$/gm)
      ?.join('\n') ?? ''
  )
}

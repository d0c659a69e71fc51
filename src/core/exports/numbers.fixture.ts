import type { WriteExportPart } from './run.ts'

/** The length of the list, and the length of a part. */
export const numbers = { all: 60, part: 10 } as const

/** Writes a list of numbers. */
export const writeNumbers: WriteExportPart = async (_ctx, _question, after) => {
  const start = Number(after ?? 0)
  const some = Array.from({ length: numbers.part }, (_, at) => start + at)
  const end = start + numbers.part
  const text = some.map((number) => `${number}\n`).join('')
  return { text, count: numbers.part, total: numbers.all, next: end < numbers.all ? String(end) : null }
}

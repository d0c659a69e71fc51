import { readFile } from 'node:fs/promises'
import { UsageError } from './index.ts'

/** The moment that an option names, or null when it was left out. Throws UsageError for anything but an ISO 8601 time. */
export function readTime(option: string, text: string | undefined): Date | null {
  if (text === undefined) return null
  const time = new Date(text)
  if (/^\d{4}-\d{2}-\d{2}(T.*)?$/.test(text) && !Number.isNaN(time.getTime())) return time
  throw new UsageError(`${option} takes a time like 2027-01-31T00:00:00Z, not "${text}".`)
}

/** The whole number that an option names. Throws UsageError for anything else. */
export function readWhole(option: string, text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text)
  throw new UsageError(`${option} takes a whole number, not "${text}".`)
}

/** The text of a file that a command line names. Throws UsageError when it cannot be read. */
export async function readText(file: string): Promise<string> {
  return (await readBytes(file)).toString('utf8')
}

/** The bytes of a file that a command line names. Throws UsageError when it cannot be read. */
export async function readBytes(file: string): Promise<Buffer> {
  try {
    return await readFile(file)
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? error.code : error
    throw new UsageError(`${file} cannot be read (${reason}).`)
  }
}

/** The content of a JSON file. Throws UsageError for any other file. */
export async function readJson(file: string): Promise<unknown> {
  const text = await readText(file)
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new UsageError(`${file} is not JSON: ${error instanceof Error ? error.message : error}`)
  }
}

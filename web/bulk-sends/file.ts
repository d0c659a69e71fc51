import { readBase64 } from '../parts/read-base64.ts'

/** A file that a person chose, in the form of the API, and its first lines to show. */
export type ChosenFile = { name: string; base64: string; firstLines: string }

const linesShown = 5
const longest = 1_200

/** Reads a file that a person chose. */
export async function readFile(file: File): Promise<ChosenFile> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes.subarray(0, 4 * longest))
  const firstLines = text
    .split(/\r\n?|\n/, linesShown)
    .join('\n')
    .slice(0, longest)
  return { name: file.name, base64: await readBase64(file), firstLines }
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
}

/** A sample file. */
export const sampleFile =
  'email,name,order\r\nrobin@example.com,Robin Clear,A-1001\r\nsam@example.com,Sam Field,A-1002\r\n'

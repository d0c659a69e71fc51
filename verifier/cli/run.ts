import { readFileSync, statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { toJson, toLines } from '../report.ts'
import type { Verdict } from '../verdict.ts'
import { verify } from '../verify.ts'
import { type Language, languages } from '../words.ts'

export const usage =
  'FILE --trust TRUST.json [--json] [--language en|fr]   (exit code 0: proven, 1: refused, 2: unreadable)'

const options = {
  trust: { type: 'string' },
  json: { type: 'boolean', default: false },
  language: { type: 'string', default: 'en' },
} as const

const exitCodes: Readonly<Record<Verdict['verdict'], number>> = { proven: 0, refused: 1, unreadable: 2 }

/** The error for wrong arguments. Its message says what to do instead. */
export class Misuse extends Error {}

/** Verifies the file of a command line and prints the result. Returns the exit code. Throws Misuse. */
export async function runVerify(args: string[], print: (text: string) => void): Promise<number> {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const [file, ...others] = positionals
  if (file === undefined || others.length > 0)
    throw new Misuse('Say which file to verify: verify FILE --trust TRUST.json')
  if (values.trust === undefined)
    throw new Misuse('Say whom to trust: --trust TRUST.json. The server has it at /.well-known/sealane-trust.json.')
  if (!isLanguage(values.language)) throw new Misuse('--language is en or fr.')
  const words = languages[values.language]
  const verdict = await verify(read(file), read(values.trust).toString())
  print(values.json ? JSON.stringify(toJson(verdict, words), null, 2) : toLines(verdict, words).join('\n'))
  return exitCodes[verdict.verdict]
}

function isLanguage(text: string): text is Language {
  return Object.hasOwn(languages, text)
}

function read(file: string): Buffer {
  try {
    // A pipe could keep us waiting for ever.
    if (!statSync(file).isFile()) throw new Error('it is no file')
    return readFileSync(file)
  } catch (error) {
    throw new Misuse(`${file} cannot be read: ${error instanceof Error ? error.message : error}.`)
  }
}

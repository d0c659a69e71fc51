import { ConfigError } from '../config.ts'
import { DomainError } from '../core/errors.ts'
import { StartupError } from '../startup-error.ts'
import { sayError, sayFault } from '../texts/index.ts'
import { commands } from './commands.ts'

export type { Command } from './commands.ts'

/** A wrong command line. The message says what to type instead. */
export class UsageError extends Error {}

/**
 * Runs one command line. An error that the user can mend is one plain line on standard error, with exit code 1. A wrong
 * command line has exit code 2.
 */
export async function runCommand(args: string[]): Promise<number> {
  const [name = 'help', ...rest] = args
  const known = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!known) return showHelp(name)
  try {
    const { command } = await known.load()
    if (rest.includes('--help') || rest.includes('-h'))
      return print(`${known.about}\n\nUsage: npm run sealane -- ${command.usage}`)
    return await command.run(rest)
  } catch (error) {
    if (error instanceof UsageError || isArgumentError(error)) return fail(error, 2, rest)
    if (error instanceof StartupError || error instanceof ConfigError || error instanceof DomainError)
      return fail(error, 1, rest)
    throw error
  }
}

// The errors of node:util parseArgs for an unknown option or a missing value.
function isArgumentError(error: unknown): error is Error {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}

function showHelp(name: string): number {
  const lines = Object.entries(commands).map(([word, { about }]) => `  ${word.padEnd(14)} ${about}`)
  const help = `Usage: npm run sealane -- <command> [options]\n\n${lines.join('\n')}\n\nMore of one: npm run sealane -- <command> --help`
  if (name === 'help' || name === '--help' || name === '-h') return print(help)
  process.stderr.write(`There is no command "${name}".\n\n${help}\n`)
  return 2
}

function print(text: string): number {
  process.stdout.write(`${text}\n`)
  return 0
}

function fail(error: Error, code: number, args: readonly string[]): number {
  process.stderr.write(`sealane: ${error instanceof DomainError ? wordsOf(error, args) : error.message}\n`)
  return code
}

function wordsOf(error: DomainError, args: readonly string[]): string {
  const faults = error.code === 'validation_failed' ? error.faults : []
  return faults.length === 0
    ? sayError(error)
    : faults.map((fault) => `${placeOf(fault.path, args)}: ${sayFault(fault)}`).join(' ')
}

/** A path of core members as people typed it: `--expires-at` for expiresAt, or a place in a file that they named. */
function placeOf(path: readonly string[], args: readonly string[]): string {
  const option = `--${path[0]?.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
  return args.includes(option) ? option : path.join('.') || 'input'
}

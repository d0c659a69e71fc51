import { ConfigError } from '../config.ts'
import { DomainError } from '../core/errors.ts'
import { StartupError } from '../startup-error.ts'
import { sayError, sayFault } from '../texts/index.ts'

/** A command of the shell: `npm run sealane -- <name> …`. Returns the exit code. */
export type Command = { about: string; usage: string; run(args: string[]): Promise<number> }

const commands: Record<string, () => Promise<{ command: Command }>> = {
  serve: () => import('./serve.ts'),
  'set-up': () => import('./set-up.ts'),
  migrate: () => import('./migrate.ts'),
  doctor: () => import('./doctor.ts'),
  audit: () => import('./audit.ts'),
  evidence: () => import('./evidence.ts'),
  seal: () => import('./seal.ts'),
  witness: () => import('./witness.ts'),
  agreements: () => import('./agreements.ts'),
  links: () => import('./links.ts'),
  keys: () => import('./keys.ts'),
  credentials: () => import('./credentials.ts'),
  users: () => import('./users.ts'),
  invitations: () => import('./invitations.ts'),
  organizations: () => import('./organizations.ts'),
  jobs: () => import('./jobs.ts'),
  mail: () => import('./mail.ts'),
  maintenance: () => import('./maintenance.ts'),
  export: () => import('./export.ts'),
  exports: () => import('./exports.ts'),
  listen: () => import('./listen.ts'),
  trigger: () => import('./trigger.ts'),
  verify: () => import('./verify.ts'),
}

/** A mistake in the words of a command line; the message says what to type instead. */
export class UsageError extends Error {}

/** Runs one command line. Mendable errors are one plain line on standard error and exit code 1; misuse is 2. */
export async function runCommand(args: string[]): Promise<number> {
  const [name = 'help', ...rest] = args
  const load = commands[name]
  if (!load) return showHelp(name)
  try {
    const { command } = await load()
    if (rest.includes('--help') || rest.includes('-h'))
      return print(`${command.about}\n\nUsage: npm run sealane -- ${command.usage}`)
    return await command.run(rest)
  } catch (error) {
    if (error instanceof UsageError || isArgumentError(error)) return fail(error, 2, rest)
    if (error instanceof StartupError || error instanceof ConfigError || error instanceof DomainError)
      return fail(error, 1, rest)
    throw error
  }
}

// What node:util parseArgs throws for an unknown option or a missing value.
function isArgumentError(error: unknown): error is Error {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}

async function showHelp(name: string): Promise<number> {
  const lines = await Promise.all(
    Object.entries(commands).map(async ([word, load]) => `  ${word.padEnd(14)} ${(await load()).command.about}`),
  )
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

/** A member of core as people have typed it: `--expires-at` for expiresAt, or its place in a file that they named. */
function placeOf(path: readonly string[], args: readonly string[]): string {
  const option = `--${path[0]?.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
  return args.includes(option) ? option : path.join('.') || 'input'
}

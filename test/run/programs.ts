import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runProgram } from './program.ts'

/**
 * A program that only tests need, its Debian package, and a replacement where that package is missing. For a part of a
 * program, `asks` are the arguments that tell whether the program has it.
 */
type Program = { program: string; package: string; or?: string; optional?: string; asks?: string[] }

const programs: Program[] = [
  { program: 'curl', package: 'curl' },
  { program: 'chromium-headless-shell', package: 'chromium-headless-shell', or: 'chromium' },
  { program: 'pdftotext', package: 'poppler-utils' },
  { program: 'qpdf', package: 'qpdf' },
  { program: 'openssl', package: 'openssl' },
  { program: 'mutool', package: 'mupdf-tools' },
  { program: '/usr/bin/python3', package: 'python3-asn1crypto', asks: ['-c', 'import asn1crypto'] },
  { program: 'softhsm2-util', package: 'softhsm2' },
  { program: 'pkcs11-tool', package: 'opensc' },
  { program: 'openssl', package: 'libengine-pkcs11-openssl', asks: ['engine', 'pkcs11'] },
  { program: 'redis-server', package: 'redis-server', optional: 'tests of rate limits over many nodes' },
  { program: 'php', package: 'php-cli', optional: 'the receiver of webhooks in PHP' },
  { program: 'pgbouncer', package: 'pgbouncer', optional: 'tests of poolers' },
]

const installer = fileURLToPath(new URL('packages.sh', import.meta.url))

/**
 * Installs the missing programs with apt, the required ones first. Returns the tests that do not run without an
 * optional one, or null when a required one is still missing (the reason is printed).
 */
export async function preparePrograms(): Promise<string[] | null> {
  const missing = programs.filter((one) => !isReady(one))
  const needed = missing.filter((one) => !one.optional)
  const optional = missing.filter((one) => one.optional)
  if (needed.length > 0 && !(await install(needed))) return null
  if (optional.length > 0) await install(optional)
  return optional
    .filter((one) => !isReady(one))
    .map(({ program, optional: tests }) => `${tests}: ${program} is not installed`)
}

async function install(missing: Program[]): Promise<boolean> {
  const packages = missing.map((one) => one.package)
  if (!isInstalled('apt-get')) {
    console.error(`The tests need these programs on the PATH: ${missing.map((one) => one.program).join(', ')}.`)
    return false
  }
  console.log(`Installing for the tests: ${packages.join(' ')}`)
  return (await runProgram('sh', [installer, ...packages])) === 0 || missing.every(({ or }) => or && isInstalled(or))
}

function isReady({ program, asks }: Program): boolean {
  if (!isInstalled(program)) return false
  return asks === undefined || spawnSync(program, asks).status === 0
}

/** Whether a program is on the PATH, or at its path, and may be run. */
function isInstalled(program: string): boolean {
  const folders = isAbsolute(program) ? [''] : (process.env.PATH ?? '').split(delimiter)
  return folders.some((folder) => {
    try {
      accessSync(folder === '' ? program : join(folder, program), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

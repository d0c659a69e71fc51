import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A signature in a file, found without any reader of ours. */
type FoundSignature = { kind: string; der: Buffer; covered: Buffer; end: number }

/** The signatures of a file, in the order of their ranges. */
export function findSignatures(pdf: Uint8Array): FoundSignature[] {
  const bytes = Buffer.from(pdf)
  const ranges = [...bytes.toString('latin1').matchAll(/\/ByteRange \[(\d+) (\d+) (\d+) (\d+)\]/g)]
  return ranges.map((match) => {
    const [start = 0, length = 0, resume = 0, rest = 0] = match.slice(1).map(Number)
    const around = bytes.toString('latin1', Math.max(0, match.index - 600), match.index)
    const padded = Buffer.from(bytes.toString('latin1', start + length + 1, resume - 1), 'hex')
    const covered = Buffer.concat([bytes.subarray(start, start + length), bytes.subarray(resume, resume + rest)])
    const kind = [...around.matchAll(/\/SubFilter \/([\w.]+)/g)].at(-1)?.[1] ?? ''
    return { kind, der: padded.subarray(0, 4 + padded.readUInt16BE(2)), covered, end: resume + rest }
  })
}

/** The output of a program (both streams) about the files in its arguments. */
export function ask(program: string, args: readonly string[], files: Record<string, Uint8Array | string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'sealane-seal-'))
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
    const { error, stdout, stderr, status } = spawnSync(program, args, { cwd: folder, encoding: 'utf8' })
    if (error) throw error
    return `${stdout}${stderr}exit ${status}`
  } finally {
    rmSync(folder, { recursive: true })
  }
}

export function toPem(der: Uint8Array, label = 'CERTIFICATE'): string {
  const lines = Buffer.from(der).toString('base64').replace(/.{64}/g, '$&\n').trimEnd()
  return `-----BEGIN ${label}-----\n${lines}\n-----END ${label}-----\n`
}

/** The output of openssl about the signature of a seal. */
export function judgeSeal({ der, covered }: FoundSignature, root: Uint8Array): string {
  const args = ['cms', '-verify', '-inform', 'DER', '-in', 'sig', '-content', 'data', '-binary', '-CAfile', 'root']
  return ask('openssl', [...args, '-purpose', 'any', '-out', 'out'], { sig: der, data: covered, root: toPem(root) })
}

/** The output of openssl about a timestamp over data. */
export function judgeToken(token: Uint8Array, data: Uint8Array, root: Uint8Array): string {
  const args = ['ts', '-verify', '-data', 'data', '-in', 'token', '-token_in', '-CAfile', 'root']
  return ask('openssl', args, { token, data, root: toPem(root) })
}

/** The faults that openssl, pdfsig, qpdf and mutool find in a file and its last signature; empty for none. */
export function findObjections(sealed: Uint8Array, root: Uint8Array): string[] {
  const found = findSignatures(sealed).findLast(({ kind }) => kind === 'ETSI.CAdES.detached')
  if (!found) return ['Nothing was signed.']
  const openssl = 'openssl cms -verify -inform DER -in sig -content data -binary -CAfile root -purpose any -out out'
  const all = `${openssl} 2>&1; pdfsig -nocert a.pdf; qpdf --check a.pdf 2>&1; mutool info -f a.pdf 2>&1`
  const said = ask('sh', ['-c', all], { 'a.pdf': sealed, sig: found.der, data: found.covered, root: toPem(root) })
  const wanted = ['CMS Verification successful', 'Signature is Valid', 'No syntax or stream encoding errors found']
  const missing = wanted.filter((words) => !said.includes(words)).map((words) => `not said: ${words}`)
  return [...missing, ...(said.match(/^.*(warning|error:|damaged|mismatch|repair).*$/gim) ?? [])]
}

/** The content and the signed attributes of each signature of a file, by a foreign DER reader. */
export function readStrictly(sealed: Uint8Array): string {
  const script = fileURLToPath(new URL('strict-der.fixture.py', import.meta.url))
  return ask('/usr/bin/python3', [script, 'a.pdf'], { 'a.pdf': sealed })
}

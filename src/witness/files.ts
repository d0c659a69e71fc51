import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { type NoteSigner, rawPublicKey, type Seen } from '../core/evidence/index.ts'
import { codeOf, StartupError } from '../startup-error.ts'

/**
 * The key with which a witness signs under a name. It is stored in the folder, and made at the first start. Throws
 * StartupError.
 */
export function readWitnessSigner(folder: string, name: string): NoteSigner {
  const file = join(folder, 'witness.key')
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const pem = generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' })
    writeFileSync(file, pem, { mode: 0o600, flag: 'wx', flush: true })
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') {
      const what = `The key of the witness cannot be made in ${file} (${codeOf(error)}).`
      throw new StartupError(what, 'Give this user the folder, or name another with --folder.')
    }
  }
  const privateKey = createPrivateKey(readFileSync(file))
  return { name, privateKey, publicKey: rawPublicKey(createPublicKey(privateKey)) }
}

/** The newest head of a log that a witness has seen; undefined before the first. */
export async function recall(folder: string, origin: string): Promise<Seen | undefined> {
  try {
    const { size, root } = JSON.parse(await readFile(fileOf(folder, origin), 'utf8'))
    return { size, root: Buffer.from(root, 'base64') }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

/** Stores the newest head of a log that a witness has seen. It is completely on disk when this resolves. */
export async function remember(folder: string, origin: string, { size, root }: Seen): Promise<void> {
  await mkdir(join(folder, 'seen'), { recursive: true, mode: 0o700 })
  const file = fileOf(folder, origin)
  const handle = await open(`${file}.new`, 'w', 0o600)
  try {
    await handle.writeFile(JSON.stringify({ origin, size, root: root.toString('base64') }))
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(`${file}.new`, file)
  const directory = await open(join(folder, 'seen'), 'r')
  await directory.sync().finally(() => directory.close())
}

function fileOf(folder: string, origin: string): string {
  return join(folder, 'seen', `${createHash('sha256').update(origin).digest('hex')}.json`)
}

import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const [brotli, zip] = [promisify(brotliCompress), promisify(gzip)]

/** Writes a `.br` and a `.gz` beside every file of a folder that becomes smaller. */
export async function compressAssets(folder: string): Promise<void> {
  const names = await readdir(folder)
  await Promise.all(names.map((name) => compress(join(folder, name))))
}

async function compress(file: string): Promise<void> {
  const plain = await readFile(file)
  const params = { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length }
  const packed = { br: await brotli(plain, { params }), gz: await zip(plain, { level: 9 }) }
  for (const [ending, bytes] of Object.entries(packed)) {
    if (bytes.length < plain.length * 0.9) await writeFile(`${file}.${ending}`, bytes)
  }
}

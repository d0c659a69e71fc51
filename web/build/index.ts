import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'
import { compressAssets } from './compress.ts'
import { viteConfig } from './config.ts'
import { writePreloads } from './preloads.ts'
import { builtFolder, distFolder, isBuilt } from './stamp.ts'

/**
 * Builds the web app unless it is built. The folder appears as a whole or not at all, so that several processes can
 * build at once and none serves a partial app.
 */
export async function buildWebApp(say: (line: string) => void): Promise<void> {
  const folder = builtFolder()
  if (isBuilt(folder)) return
  const began = performance.now()
  await mkdir(distFolder, { recursive: true })
  // Tests and development servers build the same app as production.
  process.env.NODE_ENV = 'production'
  const half = join(distFolder, `half-${process.pid}`)
  await build(viteConfig(half))
  for (const page of ['index.html', 'sign-in.html', 'verify.html']) await addressFromRoot(join(half, page))
  await writePreloads(half)
  await compressAssets(join(half, 'assets'))
  await rename(half, folder).catch(async (error: unknown) => {
    // Another process has built the same sources meanwhile.
    await rm(half, { recursive: true, force: true })
    if (!isBuilt(folder)) throw error
  })
  await removeOthers(folder)
  say(`Built the web app in ${Math.round(performance.now() - began)} ms.`)
}

// A page has many addresses, so the server adds the path of PUBLIC_URL to addresses that begin with a slash.
async function addressFromRoot(file: string): Promise<void> {
  const html = await readFile(file, 'utf8')
  const [frame = ''] = / *<link rel="stylesheet"[^>]*index-[^>]*>\n/.exec(html) ?? []
  // The styles of the library come first, so that ours win over them.
  const ordered = frame === '' ? html : html.replace(frame, '').replace(/ *<link rel="stylesheet"/, `${frame}$&`)
  await writeFile(file, ordered.replaceAll(/ (src|href)="\.\//g, ' $1="/').replaceAll(' crossorigin', ''))
}

async function removeOthers(folder: string): Promise<void> {
  const names = await readdir(distFolder)
  const old = names.filter((name) => !folder.endsWith(name) && !name.startsWith('half-'))
  await Promise.all(old.map((name) => rm(join(distFolder, name), { recursive: true, force: true })))
}

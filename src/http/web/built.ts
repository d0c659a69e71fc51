import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { Preloads } from './preloads.ts'

/** One file of the built app: plain, and compressed if that is smaller. */
export type BuiltFile = { type: string; plain: Buffer; br?: Buffer; gzip?: Buffer }

/** The built app: its pages, the files that they load by name, and the first files of each address. */
export type Built = {
  app: string
  entrance: string
  verifier: string
  assets: ReadonlyMap<string, BuiltFile>
  preloads: Preloads
}

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}

/** Reads the built app into memory. */
export function readBuilt(folder: string): Built {
  const names = readdirSync(join(folder, 'assets'))
  const read = (name: string) => readFileSync(join(folder, 'assets', name))
  const plain = names.filter((name) => types[extname(name)] !== undefined)
  const files = plain.map((name): [string, BuiltFile] => {
    const file: BuiltFile = { type: types[extname(name)] ?? '', plain: read(name) }
    if (names.includes(`${name}.br`)) file.br = read(`${name}.br`)
    if (names.includes(`${name}.gz`)) file.gzip = read(`${name}.gz`)
    return [name, file]
  })
  const page = (name: string) => readFileSync(join(folder, name), 'utf8')
  const preloads: Preloads = JSON.parse(page('preloads.json'))
  return {
    app: page('index.html'),
    entrance: page('sign-in.html'),
    verifier: page('verify.html'),
    assets: new Map(files),
    preloads,
  }
}

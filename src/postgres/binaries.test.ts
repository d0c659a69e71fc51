import { chmod, lstat, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newHome } from '../../test/support/postgres.ts'
import { findPackage, makeLinks, prepareBinaries } from './binaries.ts'
import { copyBinaries } from './copy-binaries.ts'

test('a platform without bundled programs is referred to DATABASE_URL', () => {
  expect(() => findPackage('plan9-mips')).toThrow(/plan9-mips.*set DATABASE_URL/)
})

test.runIf(process.getuid?.() !== 0)('an error says when the user cannot be changed', async () => {
  const attempt = prepareBinaries(await newHome(), { uid: 65_432, gid: 65_432 })
  await expect(attempt).rejects.toThrow(/may not become uid 65432.*Start Sealane as an ordinary user/)
})

test('missing links of the libraries are created', async () => {
  const folder = await packageFolder()
  expect(await makeLinks(folder)).toBe(true)
  expect((await lstat(join(folder, 'native/lib/libpq.so.5'))).isSymbolicLink()).toBe(true)
  expect(await makeLinks(folder)).toBe(true)
})

test('copies at the same time give one complete copy', async () => {
  const [from, place] = [await packageFolder(), await newHome()]
  const copies = await Promise.all([1, 2, 3].map(() => copyBinaries(from, place, 'postgresql-18', makeLinks)))
  expect(new Set(copies)).toEqual(new Set([join(place, 'postgresql-18')]))
  expect((await lstat(join(place, 'postgresql-18/native/bin/postgres'))).mode & 0o777).toBe(0o755)
  expect((await lstat(join(place, 'postgresql-18/native/lib/libpq.so.5'))).isSymbolicLink()).toBe(true)
})

test('no programs are stored in a folder that others can write', async () => {
  const [from, place] = [await packageFolder(), await newHome()]
  await mkdir(place)
  await chmod(place, 0o777)
  expect(await copyBinaries(from, place, 'postgresql-18', makeLinks)).toBeUndefined()
})

async function packageFolder(): Promise<string> {
  const folder = await newHome()
  await mkdir(join(folder, 'native/bin'), { recursive: true })
  await mkdir(join(folder, 'native/lib'))
  await writeFile(join(folder, 'package.json'), '{"version":"18.4.0"}')
  await writeFile(join(folder, 'native/bin/postgres'), '')
  await writeFile(join(folder, 'native/lib/libpq.so.5.18'), '')
  const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }]
  await writeFile(join(folder, 'native/pg-symlinks.json'), JSON.stringify(links))
  return folder
}

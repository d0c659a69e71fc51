import { mkdir, writeFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { shrinkPng } from './small-png.ts'

/** Where `npm run screenshots` wants its pictures. Without it none are taken. */
const folder = process.env.SEALANE_SCREENS

/** Keeps a picture of what is seen of a page, as `<name>.png`. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  if (!folder) return
  await mkdir(folder, { recursive: true })
  await writeFile(`${folder}/${name}.png`, await shrinkPng(await page.screenshot()))
}

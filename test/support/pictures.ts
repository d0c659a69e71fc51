import { mkdir, writeFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { shrinkPng } from './small-png.ts'

/** The folder for the pictures of `npm run screenshots`. Without it, no pictures are taken. */
const folder = process.env.SEALANE_SCREENS

/** Stores a picture of the visible part of a page, as `<name>.png`. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  if (!folder) return
  await mkdir(folder, { recursive: true })
  await writeFile(`${folder}/${name}.png`, await shrinkPng(await page.screenshot()))
}

import type { Context } from '../../context.ts'
import { readFileBytes } from './file.ts'
import type { PdfSources } from './pdf.ts'

/** A page as a PNG, with its text line by line. */
type PagePicture = { png: Buffer; lines: string[] }

/** The widths of page images in pixels: for phones, and for larger screens. */
export const pictureWidths = [900, 1_800] as const
export type PictureWidth = (typeof pictureWidths)[number]

/**
 * The image of a page, counted from 1. The first request draws it. Null when the page does not exist. Requires no
 * permission: the caller has shown that it may see the page.
 */
export async function readPicture(
  ctx: Context,
  pdfs: PdfSources,
  { sha256, page, width }: { sha256: string; page: number; width: PictureWidth },
): Promise<PagePicture | null> {
  return (await findPicture(ctx, sha256, page, width)) ?? drawPicture(ctx, pdfs, { sha256, page, width })
}

/** The text of each page, line by line. Draws the pages that were not drawn before. */
export async function readLines(
  ctx: Context,
  pdfs: PdfSources,
  file: { sha256: string; pages: readonly unknown[] },
): Promise<string[][]> {
  const rows = await ctx.db
    .selectFrom('pdf_source_pictures')
    .select(['page', 'lines'])
    .where('organization_id', '=', ctx.organizationId)
    .where('sha256', '=', Buffer.from(file.sha256, 'hex'))
    .where('width', '=', pictureWidths[0])
    .execute()
  const known = new Map(rows.map(({ page, lines }) => [page, lines]))
  const all: string[][] = []
  for (const index of file.pages.keys()) {
    const page = index + 1
    const lines =
      known.get(page) ?? (await drawPicture(ctx, pdfs, { sha256: file.sha256, page, width: pictureWidths[0] }))?.lines
    all.push(lines ?? [])
  }
  return all
}

async function findPicture(ctx: Context, sha256: string, page: number, width: number): Promise<PagePicture | null> {
  const row = await ctx.db
    .selectFrom('pdf_source_pictures')
    .select(['png', 'lines'])
    .where('organization_id', '=', ctx.organizationId)
    .where('sha256', '=', Buffer.from(sha256, 'hex'))
    .where('page', '=', page)
    .where('width', '=', width)
    .executeTakeFirst()
  return row ?? null
}

type Wanted = { sha256: string; page: number; width: PictureWidth }

async function drawPicture(
  ctx: Context,
  pdfs: PdfSources,
  { sha256, page, width }: Wanted,
): Promise<PagePicture | null> {
  const bytes = await readFileBytes(ctx, sha256)
  if (!bytes) return null
  const { png, lines } = await pdfs.draw(bytes, page, width)
  const hash = Buffer.from(sha256, 'hex')
  await ctx.db
    .insertInto('pdf_source_pictures')
    .values({
      organization_id: ctx.organizationId,
      sha256: hash,
      page,
      width,
      lines,
      png: Buffer.from(png),
      created_at: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return { png: Buffer.from(png), lines }
}

import type { Context } from '../../context.ts'
import { readFileBytes } from './file.ts'
import type { PdfSources } from './pdf.ts'

/** A page as a picture, and its words line by line. */
export type PagePicture = { png: Buffer; lines: string[] }

/** How wide pages are drawn, in pixels: for a phone, and for everything larger. */
export const pictureWidths = [900, 1_800] as const
export type PictureWidth = (typeof pictureWidths)[number]

/**
 * A page of a file, counted from 1, as it is kept; it is drawn when nobody has looked at it before. Null when there is no
 * such page. Not guarded: for callers who have shown that they may see it.
 */
export async function readPicture(
  ctx: Context,
  pdfs: PdfSources,
  { sha256, page, width }: { sha256: string; page: number; width: PictureWidth },
): Promise<PagePicture | null> {
  return (await findPicture(ctx, sha256, page, width)) ?? drawPicture(ctx, pdfs, { sha256, page, width })
}

/** The words of each page that was drawn already, line by line; null for the others. */
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

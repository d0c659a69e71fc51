import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { StoredAnchor, Tables } from '../../../db/index.ts'
import type { Context } from '../../context.ts'
import { formatId } from '../../ids.ts'
import { readPlaceholder } from '../document/index.ts'
import type { PagePlace, PdfFormField, PdfPage } from './pdf.ts'

/** Words in double braces that name a field, with the role if they say one: all of their lines. */
export type Anchor = { text: string; key: string; role?: string; places: PagePlace[] }

/** The PDF that a version of an agreement is made of. `sha256` is lower-case hex. */
export type PdfFile = { name: string; sha256: string; byteSize: number; pages: PdfPage[]; anchors: Anchor[] }

/** A PDF that was sent and judged, and is not kept yet. */
export type PdfUpload = PdfFile & { bytes: Buffer; words: string[]; formFields: PdfFormField[] }

/** Whether a file was sent just now, with its bytes. */
export function isUpload(file: PdfFile | PdfUpload | null): file is PdfUpload {
  return file !== null && 'bytes' in file
}

type Row = Pick<Selectable<Tables['agreement_versions']>, 'pdf_name' | 'pdf_sha256'> & {
  [Name in 'byte_size' | 'pages' | 'anchors']: Selectable<Tables['pdf_sources']>[Name] | null
}

/** What selects with a version give, besides its own columns, so that toFile can read it. */
export const fileColumns = ['pdf.byte_size', 'pdf.pages', 'pdf.anchors'] as const

/** The file of a version; null when it is Markdown. */
export function toFile(row: Row): PdfFile | null {
  const { pdf_name: name, pdf_sha256, byte_size: byteSize, pages, anchors } = row
  if (name === null || !pdf_sha256 || byteSize === null || !pages || !anchors) return null
  return { name, sha256: pdf_sha256.toString('hex'), byteSize, pages, anchors: readAnchors(anchors) }
}

/** Those of the words in braces that name a field. Other words are words. */
export function readAnchors(found: readonly StoredAnchor[]): Anchor[] {
  return found.flatMap(({ text, places }) => {
    const named = readPlaceholder(text.slice(2, -2))
    return named ? [{ text, ...named, places }] : []
  })
}

/** Keeps a file once for the organization. Inside the transaction that makes a version of it. */
export async function keepFile(
  ctx: Context,
  { bytes, sha256, byteSize, pages, anchors, words }: PdfUpload,
): Promise<void> {
  const hash = Buffer.from(sha256, 'hex')
  await holdFile(ctx, hash)
  await ctx.db
    .insertInto('pdf_sources')
    .values({
      organization_id: ctx.organizationId,
      sha256: hash,
      byte_size: byteSize,
      pages: JSON.stringify(pages),
      anchors: JSON.stringify(anchors.map(({ text, places }) => ({ text, places }))),
      words,
      bytes,
      created_at: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Removes those of some files that no version is made of any more. Inside the transaction that removed one. */
export async function dropUnusedFiles(ctx: Context, hashes: readonly Buffer[]): Promise<void> {
  for (const hash of hashes) {
    await holdFile(ctx, hash)
    await ctx.db
      .deleteFrom('pdf_sources')
      .where('organization_id', '=', ctx.organizationId)
      .where('sha256', '=', hash)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('agreement_versions')
              .select('number')
              .where('agreement_versions.organization_id', '=', ctx.organizationId)
              .where('agreement_versions.pdf_sha256', '=', hash),
          ),
        ),
      )
      .execute()
  }
}

/** The bytes of a file as they were sent; null when it is not there. */
export async function readFileBytes(ctx: Context, sha256: string): Promise<Buffer | null> {
  const row = await ctx.db
    .selectFrom('pdf_sources')
    .select('bytes')
    .where('organization_id', '=', ctx.organizationId)
    .where('sha256', '=', Buffer.from(sha256, 'hex'))
    .executeTakeFirst()
  return row?.bytes ?? null
}

// Who makes a version of a file and who removes its last one wait for each other, until the transaction ends.
async function holdFile(ctx: Context, hash: Buffer): Promise<void> {
  const name = `pdf:${ctx.organizationId}:${hash.toString('hex')}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(ctx.db)
}

/** A file as it is shown: what is written on each page, and what opens its pictures to whoever was shown them. */
export type ShownFile = PdfFile & { words: string[]; door: string }

/** What opens the pictures of a file. Nobody without the master key can make it. */
export function doorOf(ctx: Context, sha256: string): string {
  const mark = ctx.vault.mark('pdf pictures', `${ctx.organizationId}:${sha256}`).toString('hex')
  return `${formatId('organization', ctx.organizationId)}/${sha256}/${mark}`
}

/** The file that a version is made of; null for one of Markdown. */
export async function findVersionFile(
  ctx: Context,
  version: Pick<Selectable<Tables['agreement_versions']>, 'pdf_name' | 'pdf_sha256'>,
): Promise<ShownFile | null> {
  if (!version.pdf_sha256) return null
  const row = await ctx.db
    .selectFrom('pdf_sources')
    .select(['byte_size', 'pages', 'anchors', 'words'])
    .where('organization_id', '=', ctx.organizationId)
    .where('sha256', '=', version.pdf_sha256)
    .executeTakeFirstOrThrow()
  const file = toFile({ ...version, ...row })
  return file && { ...file, words: row.words, door: doorOf(ctx, file.sha256) }
}

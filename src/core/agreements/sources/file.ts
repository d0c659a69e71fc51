import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { StoredAnchor, Tables } from '../../../db/index.ts'
import type { Context } from '../../context.ts'
import { formatId } from '../../ids.ts'
import { readPlaceholder } from '../document/index.ts'
import type { PagePlace, PdfFormField, PdfPage } from './pdf.ts'

/** A placeholder in a PDF that names a field. It has several places when it wraps over lines. */
export type Anchor = { text: string; key: string; role?: string; places: PagePlace[] }

/** The PDF of an agreement's version. `sha256` is lower-case hex. */
export type PdfFile = { name: string; sha256: string; byteSize: number; pages: PdfPage[]; anchors: Anchor[] }

/** An uploaded PDF that was accepted but is not stored yet. */
export type PdfUpload = PdfFile & { bytes: Buffer; words: string[]; formFields: PdfFormField[] }

/** Whether a PDF was just uploaded and has its bytes. */
export function isUpload(file: PdfFile | PdfUpload | null): file is PdfUpload {
  return file !== null && 'bytes' in file
}

type Row = Pick<Selectable<Tables['agreement_versions']>, 'pdf_name' | 'pdf_sha256'> & {
  [Name in 'byte_size' | 'pages' | 'anchors']: Selectable<Tables['pdf_sources']>[Name] | null
}

/** The columns that a query of versions must select for toFile. */
export const fileColumns = ['pdf.byte_size', 'pdf.pages', 'pdf.anchors'] as const

/** The PDF of a version; null when the version is Markdown. */
export function toFile(row: Row): PdfFile | null {
  const { pdf_name: name, pdf_sha256, byte_size: byteSize, pages, anchors } = row
  if (name === null || !pdf_sha256 || byteSize === null || !pages || !anchors) return null
  return { name, sha256: pdf_sha256.toString('hex'), byteSize, pages, anchors: readAnchors(anchors) }
}

/** Keeps the placeholders that name a field. Other texts in braces are just text. */
export function readAnchors(found: readonly StoredAnchor[]): Anchor[] {
  return found.flatMap(({ text, places }) => {
    const named = readPlaceholder(text.slice(2, -2))
    return named ? [{ text, ...named, places }] : []
  })
}

/** Stores a PDF, once for each organization. Runs in the transaction that makes a version of it. */
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

/** Deletes those of the PDFs that no version uses any more. Runs in the transaction that removed a version. */
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

/** The bytes of a PDF as they were uploaded; null when it does not exist. */
export async function readFileBytes(ctx: Context, sha256: string): Promise<Buffer | null> {
  const row = await ctx.db
    .selectFrom('pdf_sources')
    .select('bytes')
    .where('organization_id', '=', ctx.organizationId)
    .where('sha256', '=', Buffer.from(sha256, 'hex'))
    .executeTakeFirst()
  return row?.bytes ?? null
}

// Locks a PDF until the transaction ends, so that it is not deleted while another version begins to use it.
async function holdFile(ctx: Context, hash: Buffer): Promise<void> {
  const name = `pdf:${ctx.organizationId}:${hash.toString('hex')}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(ctx.db)
}

/** A PDF as signers see it: the text of each page, and the key that opens its page images. */
export type ShownFile = PdfFile & { words: string[]; door: string }

/** The key that opens the page images of a PDF. Only the master key can make it. */
export function doorOf(ctx: Context, sha256: string): string {
  const mark = ctx.vault.mark('pdf pictures', `${ctx.organizationId}:${sha256}`).toString('hex')
  return `${formatId('organization', ctx.organizationId)}/${sha256}/${mark}`
}

/** The PDF of a version; null when the version is Markdown. */
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

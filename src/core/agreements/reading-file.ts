import type { Context } from '../context.ts'
import { DomainError, notFound, say } from '../errors.ts'
import type { Id } from '../ids.ts'
import { forOwnRead, requirePermission } from '../permissions.ts'
import { getAgreement } from './agreements.ts'
import {
  findVersionFile,
  type PdfFile,
  type PdfSources,
  type PictureWidth,
  readFileBytes,
  readPicture,
  type ShownFile,
} from './sources/index.ts'

/** The PDF of an agreement as it was uploaded. Throws `agreement_not_found`, `document_not_found`. */
export async function readAgreementFile(ctx: Context, id: Id): Promise<{ bytes: Buffer; filename: string }> {
  const { name, sha256 } = await findFile(ctx, id)
  const bytes = await readFileBytes(ctx, sha256)
  if (!bytes) throw notFound('document')
  return { bytes, filename: name }
}

/** A page of an agreement's PDF as a PNG. Throws `agreement_not_found`, `document_not_found`. */
export async function readAgreementPage(
  ctx: Context,
  pdfs: PdfSources,
  id: Id,
  { page, width }: { page: number; width: PictureWidth },
): Promise<Buffer> {
  const { sha256, pages } = await findFile(ctx, id)
  const isThere = Number.isInteger(page) && page >= 1 && page <= pages.length
  const picture = isThere ? await readPicture(ctx, pdfs, { sha256, page, width }) : null
  if (!picture) throw notFound('document')
  return picture.png
}

/**
 * The PDF of an agreement for its author; null when the agreement is Markdown.
 * Throws `permission_missing`, `agreement_not_found`.
 */
export async function findWrittenFile(ctx: Context, id: Id): Promise<ShownFile | null> {
  requirePermission(ctx, 'agreements:write')
  const { pdf } = await getAgreement(forOwnRead(ctx), id)
  return pdf && findVersionFile(ctx, { pdf_name: pdf.name, pdf_sha256: Buffer.from(pdf.sha256, 'hex') })
}

async function findFile(ctx: Context, id: Id): Promise<PdfFile> {
  const { pdf } = await getAgreement(ctx, id)
  if (pdf) return pdf
  throw new DomainError('not_found', 'document_not_found', say('agreement_without_file'))
}

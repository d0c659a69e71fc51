import type { Context } from '../context.ts'
import { notFound } from '../errors.ts'
import type { Id } from '../ids.ts'
import { defineList, type ListRequest, listField, listRows, type Page } from '../lists/index.ts'
import { requirePermission } from '../permissions.ts'
import type { SubmissionDocument } from './document.ts'

/** What documents are listed by. */
export const documentList = defineList({
  name: 'document',
  permission: 'submissions:read',
  fields: {
    id: listField('id', 'documents.id'),
    submissionId: listField('id', 'documents.submission_id'),
    filename: listField('text', 'documents.filename'),
    contentType: listField('text', 'documents.content_type'),
    byteSize: listField('number', 'documents.byte_size'),
    createdAt: listField('time', 'documents.created_at', { isNeverEmpty: true }),
  },
  rows: (ctx) => ctx.db.selectFrom('documents').selectAll().where('organization_id', '=', ctx.organizationId),
  read: (_, rows): SubmissionDocument[] =>
    rows.map((row) => ({
      id: row.id,
      submissionId: row.submission_id,
      filename: row.filename,
      contentType: row.content_type,
      byteSize: row.byte_size,
      sha256: row.sha256.toString('hex'),
      createdAt: row.created_at,
    })),
})

/** Finished documents, newest first unless sorted; their bytes are read by readDocumentBytes. */
export function listDocuments(ctx: Context, request: ListRequest): Promise<Page<SubmissionDocument>> {
  return listRows(ctx, documentList, request)
}

/** The bytes of a document. Throws `document_not_found`. */
export async function readDocumentBytes(
  ctx: Context,
  id: Id,
): Promise<{ filename: string; contentType: string; bytes: Buffer }> {
  requirePermission(ctx, 'submissions:read')
  const row = await ctx.db
    .selectFrom('documents as document')
    .innerJoin('document_contents as content', (join) =>
      join
        .onRef('content.organization_id', '=', 'document.organization_id')
        .onRef('content.document_id', '=', 'document.id'),
    )
    .select(['document.filename', 'document.content_type', 'content.bytes'])
    .where('document.organization_id', '=', ctx.organizationId)
    .where('document.id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound('document')
  return { filename: row.filename, contentType: row.content_type, bytes: row.bytes }
}

import type { Context } from '../context.ts'
import { defineList, type ListRequest, listField, listRows, type Page } from '../lists/index.ts'
import { type SubmissionDocument, toDocument } from './document.ts'
import { selectDocuments } from './retention.ts'

export const documentList = defineList({
  name: 'document',
  permission: 'submissions:read',
  fields: {
    id: listField('id', 'documents.id'),
    submissionId: listField('id', 'documents.submission_id'),
    filename: listField('text', 'documents.filename'),
    contentType: listField('text', 'documents.content_type'),
    byteSize: listField('number', 'documents.byte_size'),
    sealLevel: listField('word', 'documents.seal_level'),
    sealedAt: listField('time', 'documents.sealed_at'),
    removedAt: listField('time', 'documents.removed_at'),
    createdAt: listField('time', 'documents.created_at', { isNeverEmpty: true }),
  },
  rows: selectDocuments,
  read: (_, rows): SubmissionDocument[] => rows.map(toDocument),
})

/** Finished documents without their bytes. readDocumentBytes reads those. */
export function listDocuments(ctx: Context, request: ListRequest): Promise<Page<SubmissionDocument>> {
  return listRows(ctx, documentList, request)
}

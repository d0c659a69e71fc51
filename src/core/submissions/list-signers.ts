import type { RoleKind } from '../../db/index.ts'
import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'
import { defineList, type ListRequest, listField, listRows, type Page } from '../lists/index.ts'
import { findByWords, hasWords } from '../people/index.ts'
import type { Access, Delivery } from './new-signer.ts'
import { openSigners } from './signer.ts'

/** A signer as the list of signers shows one. */
type SubmissionParty = {
  id: Id
  submissionId: Id
  role: string
  name: string | null
  email: string | null
  kind: RoleKind
  /** Signers with the same order act at the same time. */
  order: number
  delivery: Delivery | null
  access: Required<Access>
  mayDelegate: boolean
  turnCameAt: Date | null
  approvedAt: Date | null
  /** Whether the signer may change the name and address that the sender gave. */
  mayChange: boolean
  subjectId: Id
  viewedAt: Date | null
  identifiedAt: Date | null
  detailsGivenAt: Date | null
  signedAt: Date | null
  signatureMethod: 'typed' | 'drawn' | null
  declinedAt: Date | null
  createdAt: Date
  updatedAt: Date
}

export const signerList = defineList({
  name: 'signer',
  permission: 'submissions:read',
  fields: {
    id: listField('id', 'signers.id'),
    submissionId: listField('id', 'signers.submission_id'),
    role: listField('text', 'signers.role'),
    name: listField('text', hasWords('name'), { sortable: false, contains: findByWords('name') }),
    email: listField('text', hasWords('email'), { sortable: false, contains: findByWords('email') }),
    kind: listField('word', 'signers.kind'),
    order: listField('number', 'signers.turn', { isNeverEmpty: true }),
    delivery: listField('word', 'signers.delivery'),
    mayDelegate: listField('boolean', 'signers.may_delegate'),
    turnCameAt: listField('time', 'signers.turn_came_at'),
    approvedAt: listField('time', 'signers.approved_at'),
    mayChange: listField('boolean', 'signers.may_change'),
    subjectId: listField('id', 'signers.subject_id'),
    viewedAt: listField('time', 'signers.viewed_at'),
    identifiedAt: listField('time', 'signers.identified_at'),
    detailsGivenAt: listField('time', 'signers.details_given_at'),
    signedAt: listField('time', 'signers.signed_at'),
    signatureMethod: listField('word', 'signers.signature_method'),
    declinedAt: listField('time', 'signers.declined_at'),
    createdAt: listField('time', 'signers.created_at', { isNeverEmpty: true }),
    updatedAt: listField('time', 'signers.updated_at', { isNeverEmpty: true }),
  },
  rows: (ctx) => ctx.db.selectFrom('signers').selectAll().where('organization_id', '=', ctx.organizationId),
  read: async (ctx, rows): Promise<SubmissionParty[]> =>
    (await openSigners(ctx, rows)).map((row) => ({
      id: row.id,
      submissionId: row.submission_id,
      role: row.role,
      name: row.name,
      email: row.email,
      kind: row.kind,
      order: row.turn,
      delivery: row.delivery,
      access: { emailCode: row.asks_code },
      mayDelegate: row.may_delegate,
      turnCameAt: row.turn_came_at,
      approvedAt: row.approved_at,
      mayChange: row.may_change,
      subjectId: row.subject_id,
      viewedAt: row.viewed_at,
      identifiedAt: row.identified_at,
      detailsGivenAt: row.details_given_at,
      signedAt: row.signed_at,
      signatureMethod: row.signature_method,
      declinedAt: row.declined_at,
      createdAt: row.created_at,
      updatedAt: row.updated_at,
    })),
})

export function listSigners(ctx: Context, request: ListRequest): Promise<Page<SubmissionParty>> {
  return listRows(ctx, signerList, request)
}

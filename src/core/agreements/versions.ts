import { type Selectable, sql } from 'kysely'
import type { Tables } from '../../db/index.ts'
import type { Context } from '../context.ts'
import { fault, invalid } from '../errors.ts'
import type { Id } from '../ids.ts'
import { defineList, type ListRequest, listField, listRows, type Page } from '../lists/index.ts'
import { forOwnRead } from '../permissions.ts'
import { type AgreementContents, getAgreement } from './agreements.ts'
import { toFields } from './fields/index.ts'
import type { AgreementInput } from './rules.ts'
import { fileColumns, toFile } from './sources/index.ts'

type AgreementVersionRecord = AgreementContents & {
  /** The agreement's id, a slash, and the number. */
  id: string
  agreementId: Id
  number: number
}

const key = sql`concat(versions.agreement_id, '/', lpad(versions.number::text, 9, '0'))`

export const agreementVersionList = defineList({
  name: 'agreement_version',
  permission: 'agreements:read',
  fields: {
    id: listField('id', key, {
      keys: [
        { column: sql.ref('versions.agreement_id'), type: 'uuid' },
        { column: sql.ref('versions.number'), type: 'bigint' },
      ],
      match: (keys) => sql`(versions.agreement_id, versions.number) in
        (select split_part(key, '/', 1)::uuid, split_part(key, '/', 2)::integer from unnest(${keys}::text[]) as key)`,
    }),
    agreementId: listField('id', 'versions.agreement_id'),
    number: listField('number', 'versions.number', { isNeverEmpty: true }),
    title: listField('text', 'versions.title'),
    source: listField('text', 'versions.source', { sortable: false }),
    language: listField('text', 'versions.language'),
    createdBy: listField('id', 'versions.created_by'),
    createdAt: listField('time', 'versions.created_at', { isNeverEmpty: true }),
  },
  rows: (ctx) =>
    ctx.db
      .selectFrom('agreement_versions as versions')
      .leftJoin('pdf_sources as pdf', (join) =>
        join
          .onRef('pdf.organization_id', '=', 'versions.organization_id')
          .onRef('pdf.sha256', '=', 'versions.pdf_sha256'),
      )
      .selectAll('versions')
      .select(fileColumns)
      .where('versions.organization_id', '=', ctx.organizationId),
  read: (_, rows) => rows.map(toVersion),
})

/** Lists the versions of all agreements. */
export function listAgreementVersions(ctx: Context, request: ListRequest): Promise<Page<AgreementVersionRecord>> {
  return listRows(ctx, agreementVersionList, request)
}

/**
 * The words of one version of an agreement: all members of the version, with its PDF.
 * Throws `agreement_not_found`, `validation_failed` for a number that does not exist.
 */
export async function readVersionWords(ctx: Context, agreementId: Id, number: number): Promise<VersionWords> {
  const row = await agreementVersionList
    .rows(ctx)
    .where('versions.agreement_id', '=', agreementId)
    .where('versions.number', '=', number)
    .executeTakeFirst()
  if (row) {
    const { title, source, pdf, signerRoles, fields, requiredVerifications, shownMetadata } = toVersion(row)
    const language = row.language_given ? row.language : null
    return { title, source, pdf, signerRoles, fields, requiredVerifications, shownMetadata, language }
  }
  const { version: newest } = await getAgreement(forOwnRead(ctx), agreementId)
  throw invalid([fault(['fromVersion'], 'known_version', { newest, value: number })])
}

type VersionWords = Omit<AgreementInput, 'documentRetentionDays' | 'tags'>

function toVersion(
  row: Selectable<Tables['agreement_versions']> & Parameters<typeof toFile>[0],
): AgreementVersionRecord {
  return {
    id: `${row.agreement_id}/${row.number}`,
    agreementId: row.agreement_id,
    number: row.number,
    title: row.title,
    source: row.source,
    sourceSha256: row.source_sha256.toString('hex'),
    pdf: toFile(row),
    signerRoles: row.signer_roles,
    fields: toFields(row.fields),
    requiredVerifications: row.required_verifications,
    language: row.language,
    shownMetadata: row.shown_metadata,
    createdBy: row.created_by,
    createdAt: row.created_at,
  }
}

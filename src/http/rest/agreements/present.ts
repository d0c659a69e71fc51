import type { Agreement, AgreementInput } from '../../../core/agreements/index.ts'
import { formatId } from '../../../core/ids.ts'
import type { AgreementWire } from './schema.ts'

type Required = AgreementWire['required_verifications'][number]

/** An agreement in the newest shape. */
export function presentAgreement(agreement: Agreement): AgreementWire {
  const { createdBy } = agreement
  return {
    agreement_id: formatId('agreement', agreement.id),
    version: agreement.version,
    title: agreement.title,
    source: agreement.source,
    signer_roles: agreement.signerRoles,
    fields: agreement.fields.map(({ maxLength, ...field }) => ({
      ...field,
      ...(maxLength === undefined ? {} : { max_length: maxLength }),
    })),
    required_verifications: agreement.requiredVerifications.map(({ type, tier, role }) => ({
      verification_type: type as Required['verification_type'],
      verification_tier: tier as Required['verification_tier'],
      role,
    })),
    language: agreement.language,
    shown_metadata: agreement.shownMetadata,
    source_sha256: agreement.sourceSha256,
    document_retention_days: agreement.documentRetentionDays,
    archived_at: agreement.archivedAt?.getTime() ?? null,
    created_by: createdBy && formatId('user', createdBy),
    created_at: agreement.createdAt.getTime(),
    updated_at: agreement.updatedAt.getTime(),
  }
}

type AgreementBody = Pick<AgreementWire, 'title' | 'source' | 'signer_roles' | 'fields' | 'required_verifications'> & {
  language: string | null
  document_retention_days: number | null
  shown_metadata: string[] | null
}

/** The members that are given, in the words of core. */
export function readAgreement(body: Partial<AgreementBody>): Partial<AgreementInput> {
  return {
    ...(body.title === undefined ? {} : { title: body.title }),
    ...(body.source === undefined ? {} : { source: body.source }),
    ...(body.language === undefined ? {} : { language: body.language }),
    ...(body.document_retention_days === undefined ? {} : { documentRetentionDays: body.document_retention_days }),
    ...(body.shown_metadata === undefined ? {} : { shownMetadata: body.shown_metadata }),
    ...(body.signer_roles ? { signerRoles: body.signer_roles } : {}),
    ...(body.fields
      ? {
          fields: body.fields.map(({ max_length, ...field }) => ({
            ...field,
            ...(max_length === undefined ? {} : { maxLength: max_length }),
          })),
        }
      : {}),
    ...(body.required_verifications
      ? {
          requiredVerifications: body.required_verifications.map(({ verification_type, verification_tier, role }) => ({
            type: verification_type,
            tier: verification_tier,
            role,
          })),
        }
      : {}),
  }
}

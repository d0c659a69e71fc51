import { Type } from 'typebox'
import {
  type Agreement,
  type AgreementInput,
  agreementList,
  createAgreement,
  deleteAgreement,
  type Field,
  fieldSchema,
  findAgreementFaults,
  getAgreement,
  listAgreements,
  setAgreementArchived,
  setDocumentRetention,
  updateAgreement,
} from '../../../core/agreements/index.ts'
import type { Context } from '../../../core/context.ts'
import type { Id } from '../../../core/ids.ts'
import { findRetentionFaults } from '../../../core/retention-rule.ts'
import { doTogether } from '../../../core/together.ts'
import { boolean, integer, json, text, time } from '../attributes.ts'
import { asBoolean, asInteger, asShape, asText, type Input, orNull } from '../input.ts'
import { type Resource, toMany, toOne } from '../resource.ts'

const signerRoles = Type.Array(Type.Object({ key: Type.String(), name: Type.String() }))
const fields = Type.Array(Type.Unsafe<Field>(fieldSchema))
const requiredVerifications = Type.Array(
  Type.Object({ type: Type.String(), tier: Type.Union([Type.String(), Type.Null()]), role: Type.String() }),
)
const writable = {
  title: asText,
  source: asText,
  signerRoles: asShape(signerRoles),
  fields: asShape(fields),
  requiredVerifications: asShape(requiredVerifications),
  language: orNull(asText),
}

const retention = { documentRetentionDays: orNull(asInteger) }

const present = (agreement: Agreement) => ({ ...agreement, isArchived: agreement.archivedAt !== null })

function changeAgreement(ctx: Context, id: Id, input: Input) {
  const changes = input.given(writable)
  const { isArchived, documentRetentionDays } = input.given({ isArchived: asBoolean, ...retention })
  return doTogether(ctx, async (inner) => {
    const changed = Object.keys(changes).length > 0 ? await updateAgreement(inner, id, changes) : null
    if (documentRetentionDays !== undefined) await setDocumentRetention(inner, id, documentRetentionDays)
    if (isArchived !== undefined) return present(await setAgreementArchived(inner, id, isArchived))
    const isCurrent = changed && documentRetentionDays === undefined
    return present(isCurrent ? changed : await getAgreement(inner, id))
  })
}

/** Documents to be signed, in their newest version. One that was opened is archived, not removed. */
export const agreements: Resource = {
  type: 'agreements',
  idKind: 'agreement',
  about:
    'Documents to be signed. A change makes a new version; who has begun to sign keeps theirs. One that somebody has opened cannot be deleted: archive it, which turns its links off for good.',
  permissions: { read: 'agreements:read', write: 'agreements:write' },
  fields: agreementList.fields,
  attributes: {
    title: text('What it is called.', { write: 'always', required: true }),
    version: integer('The newest version, from 1.'),
    source: text('The text, with {{key}} where a field stands.', { write: 'always', required: true }),
    language: text('What it is written in, as a tag of BCP 47; written as null, it is detected.', {
      write: 'always',
      nullable: true,
    }),
    sourceSha256: text('SHA-256 of the source, in hex.'),
    signerRoles: json(signerRoles, 'Who signs.', { write: 'always', required: true }),
    fields: json(fields, 'The blanks of the text.', { write: 'always', required: true }),
    requiredVerifications: json(requiredVerifications, 'The checks that signers pass through.', { write: 'always' }),
    isArchived: boolean('Whether its links are off for good; it cannot be taken back.', { write: 'update' }),
    documentRetentionDays: integer(
      'For how many days finished documents are kept; null is the rule of the organization. It makes no new version.',
      { nullable: true, write: 'always' },
    ),
    archivedAt: time('When it was archived.', { nullable: true }),
    createdAt: time('When it was made.'),
    updatedAt: time('When it was last changed.'),
  },
  relationships: {
    creator: toOne('users', 'createdBy', 'Who made it.', { nullable: true }),
    agreementLinks: toMany('agreement-links', 'agreementId', 'Its public links.', { include: true }),
    submissions: toMany('submissions', 'agreementId', 'The runs through its links.'),
  },
  list: async (ctx, request) => {
    const page = await listAgreements(ctx, request)
    return { ...page, items: page.items.map(present) }
  },
  async findFaults(ctx, input, _, { current, members }) {
    const kept: Partial<AgreementInput> = current ? { ...(await getAgreement(ctx, current.id)) } : {}
    for (const name of members) Reflect.deleteProperty(kept, name)
    const faults = findAgreementFaults({ ...kept, ...input.given(writable) })
    return [...faults, ...findRetentionFaults(input.given(retention))]
  },
  create: async (ctx, input) => {
    const given = {
      title: input.need('title', asText),
      source: input.need('source', asText),
      signerRoles: input.need('signerRoles', writable.signerRoles),
      fields: input.need('fields', writable.fields),
      requiredVerifications: [],
      ...input.given({ requiredVerifications: writable.requiredVerifications, language: writable.language }),
    }
    const { documentRetentionDays = null } = input.given(retention)
    return doTogether(ctx, async (inner) => {
      const { id } = await createAgreement(inner, given)
      return present(await setDocumentRetention(inner, id, documentRetentionDays))
    })
  },
  update: changeAgreement,
  remove: deleteAgreement,
}

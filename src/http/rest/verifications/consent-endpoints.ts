import { Type } from 'typebox'
import { formatId } from '../../../core/ids.ts'
import {
  type Consent,
  consentTexts,
  getConsent,
  giveConsent,
  type ListedText,
  listConsents,
  listConsentTexts,
  withdrawConsent,
} from '../../../core/verifications/index.ts'
import { defineEndpoint, readId } from '../endpoint.ts'
import { filterQuery, findFilterFaults, type ListFilterRule, readFilters } from '../list-filters.ts'
import { object, pageQuery, readPart } from '../members.ts'
import { presentPage } from '../page.ts'
import type { ConsentTextWire, ConsentWire } from './consent-schema.ts'
import { consentMembers, readConsent } from './order-schema.ts'

const consentKinds = [...new Set(consentTexts.map(({ kind }) => kind))]
const tag = 'Consents'
const params = { consent_id: 'cns_0190f3a1c2d37e4f8a9b0c1d2e3f4a5b' }
const textFilters = {
  kind: { kind: 'words', field: 'kind', words: consentKinds, about: 'Only texts of this.' },
  locale: {
    kind: 'words',
    field: 'locale',
    words: [...new Set(consentTexts.map(({ locale }) => locale))],
    about: 'Only texts in this language; English when nothing is said.',
  },
} as const satisfies Record<string, ListFilterRule>
const filters = {
  subject_id: { kind: 'ids', field: 'subjectId', of: 'subject', about: 'Only those of these people.' },
  submission_id: { kind: 'ids', field: 'submissionId', of: 'submission', about: 'Only those of these submissions.' },
  kind: { kind: 'words', field: 'kind', words: consentKinds, about: 'Only consents to this.' },
  accepted_at: { kind: 'moments', field: 'acceptedAt', about: 'When it was given.' },
} as const satisfies Record<string, ListFilterRule>

function presentConsent(consent: Consent): ConsentWire {
  return {
    consent_id: formatId('consent', consent.id),
    subject_id: formatId('subject', consent.subjectId),
    submission_id: consent.submissionId && formatId('submission', consent.submissionId),
    kind: consent.kind,
    text_version: consent.textVersion,
    text_sha256: consent.textSha256,
    locale: consent.locale,
    typed_name: consent.typedName,
    accepted_at: consent.acceptedAt.getTime(),
    withdrawn_at: consent.withdrawnAt?.getTime() ?? null,
  }
}

function presentText(text: ListedText): ConsentTextWire {
  return {
    kind: text.kind,
    text_version: text.version,
    locale: text.locale,
    text_sha256: text.sha256,
    statement: text.statement,
    pages: text.pages.map(({ title, paragraphs }) => ({ title, paragraphs: [...paragraphs] })),
  }
}

export const consentEndpoints = [
  defineEndpoint({
    id: 'listConsentTexts',
    tag,
    method: 'GET',
    path: '/consent-texts',
    since: '2.2',
    summary: 'List the texts to consent to',
    query: object({ ...pageQuery, ...filterQuery(textFilters) }, 'Which texts.'),
    reply: { kind: 'page', resource: 'consent_text' },
    async handle({ ctx, query }) {
      const asked = { locale: ['en'], ...query }
      const page = await listConsentTexts(ctx, { ...readPart(query), filters: readFilters(textFilters, asked) })
      return presentPage(page, presentText)
    },
  }),
  defineEndpoint({
    id: 'listConsents',
    tag,
    method: 'GET',
    path: '/consents',
    since: '2.2',
    summary: 'List consents',
    query: object({ ...pageQuery, ...filterQuery(filters) }, 'Which.'),
    findQueryFaults: (query) => findFilterFaults(filters, query),
    reply: { kind: 'page', resource: 'consent' },
    async handle({ ctx, query }) {
      const page = await listConsents(ctx, { ...readPart(query), filters: readFilters(filters, query) })
      return presentPage(page, presentConsent)
    },
  }),
  defineEndpoint({
    id: 'createConsent',
    tag,
    method: 'POST',
    path: '/consents',
    since: '2.2',
    summary: 'Record a consent',
    description: 'That a person agreed to a text, which the caller has shown. Without subject_id, a new person.',
    body: object(
      { ...consentMembers, subject_id: Type.Optional(Type.String({ maxLength: 100, description: 'The person.' })) },
      'A consent that the caller has obtained.',
    ),
    status: 201,
    reply: { kind: 'one', resource: 'consent' },
    errors: [4108],
    async handle({ ctx, body }) {
      const subject = body.subject_id ? { subjectId: readId('subject', body.subject_id) } : {}
      return presentConsent(await giveConsent(ctx, { kind: body.kind, ...readConsent(body), ...subject }))
    },
  }),
  defineEndpoint({
    id: 'getConsent',
    tag,
    method: 'GET',
    path: '/consents/{consent_id}',
    since: '2.2',
    summary: 'Get a consent',
    params,
    reply: { kind: 'one', resource: 'consent' },
    errors: [4109],
    handle: async ({ ctx, params }) => presentConsent(await getConsent(ctx, readId('consent', params.consent_id))),
  }),
  defineEndpoint({
    id: 'withdrawConsent',
    tag,
    method: 'POST',
    path: '/consents/{consent_id}/withdraw',
    since: '2.2',
    summary: 'Withdraw a consent',
    description: 'Cancels the checks that rest on it and are not finished.',
    params,
    reply: { kind: 'one', resource: 'consent' },
    errors: [4109],
    handle: async ({ ctx, params }) =>
      presentConsent((await withdrawConsent(ctx, readId('consent', params.consent_id))).consent),
  }),
]

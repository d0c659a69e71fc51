import {
  consentTexts,
  getConsent,
  giveConsent,
  listConsents,
  listConsentTexts,
  withdrawConsent,
} from '../../../core/verifications/index.ts'
import { defineEndpoint, defineListEndpoint, readId } from '../endpoint.ts'
import { listQuery } from '../list-query.ts'
import { object } from '../members.ts'
import { presentPage } from '../page.ts'
import { consentKinds, newConsent, presentConsent, presentText } from './consent.ts'

const tag = 'Consents'
const params = { consent_id: 'cns_0190f3a1c2d37e4f8a9b0c1d2e3f4a5b' }
const texts = listQuery('Which texts.', {
  filters: {
    kind: { kind: 'words', field: 'kind', words: consentKinds, about: 'Only texts of this.' },
    locale: {
      kind: 'words',
      field: 'locale',
      words: [...new Set(consentTexts.map(({ locale }) => locale))],
      about: 'Only texts in this language; English by default.',
    },
  },
})
const consents = listQuery('Which.', {
  filters: {
    subject_id: { kind: 'ids', field: 'subjectId', of: 'subject', about: 'Only those of these people.' },
    submission_id: { kind: 'ids', field: 'submissionId', of: 'submission', about: 'Only those of these submissions.' },
    kind: { kind: 'words', field: 'kind', words: consentKinds, about: 'Only consents to this.' },
    accepted_at: { kind: 'moments', field: 'acceptedAt', about: 'When it was given.' },
  },
})

export const consentEndpoints = [
  defineEndpoint({
    id: 'listConsentTexts',
    tag,
    method: 'GET',
    path: '/consent-texts',
    since: '2.2',
    summary: 'List the texts of consents',
    query: texts.query,
    reply: { kind: 'page', resource: 'consent_text' },
    async handle({ ctx, query }) {
      const asked = { locale: ['en'], ...query }
      const page = await listConsentTexts(ctx, texts.read(asked))
      return presentPage(page, presentText)
    },
  }),
  defineListEndpoint({
    id: 'listConsents',
    tag,
    method: 'GET',
    path: '/consents',
    since: '2.2',
    summary: 'List consents',
    query: consents.query,
    findQueryFaults: consents.findQueryFaults,
    reply: { kind: 'page', resource: 'consent' },
    list: async ({ ctx, query }) => presentPage(await listConsents(ctx, consents.read(query)), presentConsent),
  }),
  defineEndpoint({
    id: 'createConsent',
    tag,
    method: 'POST',
    path: '/consents',
    since: '2.2',
    summary: 'Record a consent',
    description:
      'Records that a person consented to a text that the caller has shown. Without subject_id, it creates a new person.',
    body: object(newConsent.members, 'A consent that the caller has obtained.'),
    status: 201,
    reply: { kind: 'one', resource: 'consent' },
    errors: [4108],
    handle: async ({ ctx, body }) => presentConsent(await giveConsent(ctx, newConsent.read(body))),
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
    description: 'Cancels the unfinished verifications that need the consent.',
    params,
    reply: { kind: 'one', resource: 'consent' },
    errors: [4109],
    handle: async ({ ctx, params }) =>
      presentConsent((await withdrawConsent(ctx, readId('consent', params.consent_id))).consent),
  }),
]

import { Type } from 'typebox'
import {
  bundleSubmission,
  createSubmission,
  getSeal,
  getSubmission,
  listSubmissions,
  proveSubmission,
  readDocument,
  readSignerFile,
  submissionStatuses,
  voidSubmission,
} from '../../../core/submissions/index.ts'
import { readBundleParts } from '../../bundle-parts.ts'
import { defineEndpoint, defineListEndpoint, readId } from '../endpoint.ts'
import { changedFilters } from '../list-filters.ts'
import { listQuery } from '../list-query.ts'
import { object } from '../members.ts'
import { presentPage } from '../page.ts'
import { presentSeal } from './seal.ts'
import { newSubmission, presentCreatedSubmission, presentSubmission, submissionNames } from './submission.ts'

const tag = 'Submissions'
const params = { submission_id: 'AGREESUBMISSION-0190f3a1c2d37e4f8a9b0c1d2e3f4a5b' }
const list = listQuery('Which submissions.', {
  filters: {
    agreement_link_id: {
      kind: 'ids',
      field: 'agreementLinkId',
      of: 'agreement_link',
      about: 'Only bulk sends of these agreement links.',
    },
    agreement_id: { kind: 'ids', field: 'agreementId', of: 'agreement', about: 'Only those of these agreements.' },
    status: {
      kind: 'words',
      field: 'status',
      words: submissionStatuses,
      about: 'Only submissions with these statuses.',
    },
    ...changedFilters,
  },
})

export const submissionEndpoints = [
  defineListEndpoint({
    id: 'listSubmissions',
    tag,
    method: 'GET',
    path: '/submissions',
    since: '2.2',
    summary: 'List submissions',
    query: list.query,
    reply: { kind: 'page', resource: 'submission' },
    findQueryFaults: list.findQueryFaults,
    list: async ({ ctx, query }) => presentPage(await listSubmissions(ctx, list.read(query)), presentSubmission),
  }),
  defineEndpoint({
    id: 'createSubmission',
    tag,
    method: 'POST',
    path: '/submissions',
    since: '2.2',
    summary: 'Create a submission',
    description:
      'Use signer for one signer, or signers for several. Each signing_url is the own link of that signer. Only this reply has it. Send it to nobody else.',
    body: object(newSubmission.members, 'A new submission.'),
    status: 201,
    reply: { kind: 'one', resource: 'created_submission' },
    memberNames: submissionNames,
    async handle({ ctx, body, base }) {
      return presentCreatedSubmission(await createSubmission(ctx, newSubmission.read(body)), base)
    },
  }),
  defineEndpoint({
    id: 'getSubmission',
    tag,
    method: 'GET',
    path: '/submissions/{submission_id}',
    since: '2.2',
    summary: 'Get a submission',
    params,
    reply: { kind: 'one', resource: 'submission' },
    errors: [4106],
    handle: async ({ ctx, params }) =>
      presentSubmission(await getSubmission(ctx, readId('submission', params.submission_id))),
  }),
  defineEndpoint({
    id: 'downloadDocument',
    tag,
    method: 'GET',
    path: '/submissions/{submission_id}/document',
    since: '2.2',
    summary: 'Download the finished PDF',
    params,
    reply: { kind: 'file', mediaType: 'application/pdf' },
    errors: [4106, 4107],
    handle: async ({ ctx, params }) => readDocument(ctx, readId('submission', params.submission_id)),
  }),
  defineEndpoint({
    id: 'downloadSignerFile',
    tag,
    method: 'GET',
    path: '/submissions/{submission_id}/files/{field_key}',
    since: '2.2',
    summary: 'Download a file that a signer has sent',
    description:
      'Names the file by the key of its field. The file appears once the signer has signed. The member files of the submission lists the files with their hashes.',
    params: { ...params, field_key: 'licence' },
    reply: { kind: 'file', mediaType: 'application/octet-stream' },
    errors: [4106, 4107],
    handle: async ({ ctx, params }) =>
      readSignerFile(ctx, readId('submission', params.submission_id), params.field_key ?? ''),
  }),
  defineEndpoint({
    id: 'getSeal',
    tag,
    method: 'GET',
    path: '/submissions/{submission_id}/seal',
    since: '2.2',
    summary: 'Get the seal of the finished PDF',
    params,
    reply: { kind: 'one', resource: 'seal' },
    errors: [4106, 4107],
    handle: async ({ ctx, params }) => presentSeal(await getSeal(ctx, readId('submission', params.submission_id))),
  }),
  defineEndpoint({
    id: 'downloadBundle',
    tag,
    method: 'GET',
    path: '/submissions/{submission_id}/bundle',
    since: '2.2',
    summary: 'Download the finished PDF with all its proof',
    description:
      'A ZIP of the document, the trust file, the row of the log that names the document, and the verifier. The verifier works without this server and without a network.',
    params,
    reply: { kind: 'file', mediaType: 'application/zip' },
    errors: [4106, 4107],
    handle: async ({ ctx, params, deps, base }) =>
      bundleSubmission(ctx, readId('submission', params.submission_id), await readBundleParts(deps, base)),
  }),
  defineEndpoint({
    id: 'downloadProof',
    tag,
    method: 'GET',
    path: '/submissions/{submission_id}/proof',
    since: '2.2',
    summary: 'Download the proof that the log names the finished PDF',
    description:
      'A proof of inclusion (C2SP tlog-proof) of the row that names the SHA-256 of the document. The extra line contains the row. The proof of its pages is inside the document.',
    params,
    reply: { kind: 'file', mediaType: 'text/plain' },
    errors: [4106, 4107],
    handle: async ({ ctx, params }) => proveSubmission(ctx, readId('submission', params.submission_id)),
  }),
  defineEndpoint({
    id: 'voidSubmission',
    tag,
    method: 'POST',
    path: '/submissions/{submission_id}/void',
    since: '2.2',
    summary: 'Call a submission back',
    description:
      'Works until everybody has signed, whether or not somebody has opened it. Its verifications are cancelled.',
    params,
    body: object(
      { reason: Type.Optional(Type.String({ maxLength: 500, description: 'The reason, as a sentence.' })) },
      'Why it is called back.',
    ),
    bodyOptional: true,
    reply: { kind: 'one', resource: 'submission' },
    errors: [4106, 5001],
    handle: async ({ ctx, params, body }) => {
      const id = readId('submission', params.submission_id)
      return presentSubmission((await voidSubmission(ctx, id, body.reason ?? null)).submission)
    },
  }),
]

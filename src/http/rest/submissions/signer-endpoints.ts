import { reassignSigner } from '../../../core/ceremony/index.ts'
import { remindSigner } from '../../../core/submissions/index.ts'
import { defineEndpoint, readId } from '../endpoint.ts'
import { object } from '../members.ts'
import { presentReassigned, presentReminder, signerChanges } from './submission.ts'

const tag = 'Submissions'
const params = { signer_id: 'sgn_0190f3a1c2d37e4f8a9b0c1d2e3f4a5b' }

export const signerEndpoints = [
  defineEndpoint({
    id: 'reassignSigner',
    tag,
    method: 'POST',
    path: '/signers/{signer_id}/reassign',
    since: '2.2',
    summary: 'Give a part to another person, or correct an address',
    description:
      'Works until the signer has acted. The links of the previous person stop working. The new person is invited if it is their turn. Members that you leave out stay. The trail records the change.',
    params,
    body: object(signerChanges.members, 'The new name and address of the signer.'),
    reply: { kind: 'one', resource: 'reassigned_signer' },
    errors: [4110, 5001],
    handle: async ({ ctx, params, body, base }) =>
      presentReassigned(await reassignSigner(ctx, readId('signer', params.signer_id), signerChanges.read(body)), base),
  }),
  defineEndpoint({
    id: 'remindSigner',
    tag,
    method: 'POST',
    path: '/signers/{signer_id}/remind',
    since: '2.2',
    summary: 'Mail a signer a new link',
    description: 'Works while it is the turn of the signer. Earlier links of this signer stop working.',
    params,
    status: 201,
    reply: { kind: 'one', resource: 'reminder' },
    errors: [4110, 5001],
    handle: async ({ ctx, params }) => presentReminder(await remindSigner(ctx, readId('signer', params.signer_id))),
  }),
]

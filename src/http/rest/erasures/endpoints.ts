import { Type } from 'typebox'
import { type Erasure, erasePerson } from '../../../core/erasures/index.ts'
import { defineEndpoint } from '../endpoint.ts'
import {
  givenId,
  type Members,
  momentOrNull,
  presenter,
  publicId,
  replyMembers,
  request,
  shown,
} from '../member-table.ts'
import { object } from '../members.ts'

const members = {
  subjectId: publicId('subject', 'The person.', { example: 'sub_0190f3a1c2d37e4f8a9b0c1d2e3f4a5b' }),
  erasedAt: momentOrNull('When.'),
  documentsKept: shown(Type.Integer({ description: 'How many documents that the person signed are still stored.' })),
  documentsKeptUntil: momentOrNull(
    'When the last of these documents is removed; null without documents, or without a rule that removes them.',
  ),
} satisfies Members<Erasure>

const presentErasure = presenter<Erasure>(members)

const newErasure = request(
  { subjectId: givenId('subject', 'The person: subject_id of a consent, or of a signer of a submission.') },
  ['subjectId'],
)

export const erasureResources = {
  erasure: object(replyMembers(members), 'That what was known of a person was destroyed.'),
}

export const erasureEndpoints = [
  defineEndpoint({
    id: 'createErasure',
    tag: 'Erasures',
    method: 'POST',
    path: '/erasures',
    since: '2.2',
    summary: 'Erase a person',
    description:
      'Destroys the personal data of a person, here and at providers. Open submissions and verifications of the person end. Proof without the person stays. Finished documents stay for as long as the rule of their agreement or organization keeps them. An erasure cannot be undone. Repeating it changes nothing.',
    body: object(newErasure.members, 'Whom to erase.'),
    status: 201,
    reply: { kind: 'one', resource: 'erasure' },
    errors: [4108, 5001],
    handle: async ({ ctx, body }) => presentErasure(await erasePerson(ctx, newErasure.read(body).subjectId)),
  }),
]

import { Type } from 'typebox'
import { type Erasure, erasePerson } from '../../../core/erasures/index.ts'
import { formatId } from '../../../core/ids.ts'
import { defineEndpoint, readId } from '../endpoint.ts'
import { object } from '../members.ts'
import type { ErasureWire } from './schema.ts'

function presentErasure(erasure: Erasure): ErasureWire {
  return {
    subject_id: formatId('subject', erasure.subjectId),
    erased_at: erasure.erasedAt?.getTime() ?? null,
    documents_kept: erasure.documentsKept,
    documents_kept_until: erasure.documentsKeptUntil?.getTime() ?? null,
  }
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
      'Destroys what is known of a person, here and at providers. Open submissions and checks of theirs end. What stays is proof without the person, and finished documents for as long as the rule of their agreement or organization keeps them. It cannot be taken back; asking again changes nothing.',
    body: object(
      {
        subject_id: Type.String({
          maxLength: 100,
          description: 'The person: subject_id of a consent, or of a signer of a submission.',
        }),
      },
      'Whom to erase.',
    ),
    status: 201,
    reply: { kind: 'one', resource: 'erasure' },
    errors: [4108, 5001],
    handle: async ({ ctx, body }) => presentErasure(await erasePerson(ctx, readId('subject', body.subject_id))),
  }),
]

import { Type } from 'typebox'
import {
  browseVerifications,
  deleteVerification,
  verificationCatalogue,
  verificationFields,
} from '../../../core/verifications/index.ts'
import { boolean, json, text, time, word } from '../attributes.ts'
import { type Resource, toMany, toOne } from '../resource.ts'

const anything = Type.Record(Type.String(), Type.Unknown())
const words = (entries: readonly { value: string }[]) => entries.map(({ value }) => value)

/** Checks of people. */
export const verifications: Resource = {
  type: 'verifications',
  idKind: 'verification',
  about: 'Checks of people. Deleting one destroys what only it needed of the person.',
  permissions: { read: 'verifications:read', write: 'verifications:write' },
  fields: verificationFields,
  attributes: {
    kind: word(words(verificationCatalogue.types), 'What is checked.', { of: 'type' }),
    subtype: word(words(verificationCatalogue.subtypes), 'Which scan of a composite check.', { nullable: true }),
    tier: word(words(verificationCatalogue.tiers), 'How much is checked.', { nullable: true }),
    isScan: boolean('Whether this is one scan of a composite check.'),
    status: word(words(verificationCatalogue.statuses), 'Where the check stands.'),
    result: word(words(verificationCatalogue.results), 'What came out.', { nullable: true }),
    subStatus: word(words(verificationCatalogue.subStatuses), 'Where a criminal check is at.', { nullable: true }),
    provider: text('Who performs the check.'),
    latestResponse: json(anything, 'The last answer of the provider, without anything personal.'),
    metadata: json(anything, 'What the link was opened with, or the order said.'),
    details: json(anything, 'What the check waits for, and why it ended.'),
    lastStatusAt: time('When the status last changed.'),
    submittedAt: time('When the provider got the order.', { nullable: true }),
    completedAt: time('When the check was completed.', { nullable: true }),
    cancelledAt: time('When the check was called off.', { nullable: true }),
    createdAt: time('When the check was ordered.'),
    updatedAt: time('When the check was last changed.'),
  },
  relationships: {
    parent: toOne('verifications', 'parentId', 'The check that this is a scan of.', { nullable: true }),
    scans: toMany('verifications', 'parentId', 'The scans of a composite check.', { include: true }),
  },
  list: browseVerifications,
  remove: deleteVerification,
}

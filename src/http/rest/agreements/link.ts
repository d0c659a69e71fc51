import { Type } from 'typebox'
import type { AgreementLink } from '../../../core/agreements/index.ts'
import { formatId } from '../../../core/ids.ts'
import {
  given,
  givenAs,
  givenId,
  join,
  type Members,
  moment,
  momentOrNull,
  presenter,
  publicId,
  publicIdOrNull,
  replyMembers,
  request,
  shown,
} from '../member-table.ts'
import { latestTime, object, text } from '../members.ts'

/** What the members are shown from: the link, and its address. */
type Source = AgreementLink & { url: string }

const expiresAt = Type.Unsafe<number | null>({
  type: ['integer', 'null'],
  minimum: 0,
  maximum: latestTime,
  description: 'When it ends. Unix timestamp in milliseconds; null is never.',
})

const members = {
  id: publicId('agreement_link', 'Id of the link.', { wire: 'agreement_link_id', example: 'Ce4hRho4SpV4TWqiR2pQtS' }),
  agreementId: publicId('agreement', 'Id of the agreement.', { example: 'AGREE-0190f3a1c2d37e4f8a9b0c1d2e3f4a5b' }),
  url: shown(text('Public address. Query parameters that are added to it become verification_metadata.')),
  title: join(
    given(Type.String({ maxLength: 200, description: 'Title; the agreement’s unless given.' })),
    shown(text('Title.')),
  ),
  isActive: join(
    given(Type.Boolean({ description: 'Turns it on or off.' })),
    shown(Type.Boolean({ description: 'Whether it can be opened.' })),
  ),
  expiresAt: join(
    givenAs(expiresAt, (at) => (at === null ? null : new Date(at))),
    momentOrNull('When it ends.'),
  ),
  createdBy: publicIdOrNull('user', 'User id that created it; null when an API key did.'),
  createdAt: moment('When it was created.'),
  updatedAt: moment('When it was last changed.'),
} satisfies Members<Source>

const { title, isActive } = members

/** A new link, and a change of one. */
export const newLink = request(
  { agreementId: givenId('agreement', 'Id of the agreement.'), title, expiresAt: members.expiresAt },
  ['agreementId'],
)
export const linkChanges = request({ title, expiresAt: members.expiresAt, isActive })

export const linkResources = { agreement_link: object(replyMembers(members), 'The public address of an agreement.') }

const present = presenter<Source>(members)

/** A link in the newest shape. */
export function presentAgreementLink(link: AgreementLink, base: string): Record<string, unknown> {
  return present({ ...link, url: `${base}/agree/${formatId('agreement_link', link.id)}` })
}

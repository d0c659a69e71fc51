import { Type } from 'typebox'
import type { AgreementLink } from '../../../core/agreements/index.ts'
import { formatId } from '../../../core/ids.ts'
import { given, presenter, readAs, readMembers, replyMembers, requestMembers, shown } from '../member-table.ts'
import { latestTime, object, text, textOrNull, time, timeOrNull } from '../members.ts'

/** What the members are shown from: the link, and what addresses begin with. */
type Source = AgreementLink & { base: string }

const idOf = (link: Source) => formatId('agreement_link', link.id)

const title = given(Type.String({ maxLength: 200, description: 'Title; the agreement’s unless given.' }), {
  shown: text('Title.'),
  show: (link: Source) => link.title,
})

const isActive = given(Type.Boolean({ description: 'Turns it on or off.' }), {
  shown: Type.Boolean({ description: 'Whether it can be opened.' }),
  show: (link: Source) => link.isActive,
})

const expiresAt = readAs(
  Type.Unsafe<number | null>({
    type: ['integer', 'null'],
    minimum: 0,
    maximum: latestTime,
    description: 'When it ends. Unix timestamp in milliseconds; null is never.',
  }),
  (moment) => (moment === null ? null : new Date(moment)),
  { shown: timeOrNull('When it ends.'), show: (link: Source) => link.expiresAt?.getTime() ?? null },
)

const created = { title, expiresAt }
const changed = { ...created, isActive }

const members = {
  agreementLinkId: shown(text('Id of the link.', 'Ce4hRho4SpV4TWqiR2pQtS'), idOf),
  agreementId: shown(text('Id of the agreement.', 'AGREE-0190f3a1c2d37e4f8a9b0c1d2e3f4a5b'), (link: Source) =>
    formatId('agreement', link.agreementId),
  ),
  url: shown(
    text('Public address. Query parameters that are added to it become verification_metadata.'),
    (link: Source) => `${link.base}/agree/${idOf(link)}`,
  ),
  title,
  isActive,
  expiresAt,
  createdBy: shown(
    textOrNull('User id that created it; null when an API key did.'),
    (link: Source) => link.createdBy && formatId('user', link.createdBy),
  ),
  createdAt: shown(time('When it was created.'), (link: Source) => link.createdAt.getTime()),
  updatedAt: shown(time('When it was last changed.'), (link: Source) => link.updatedAt.getTime()),
}

/** The members of a new link beside its agreement, and of a change. */
export const newLinkMembers = requestMembers(created)
export const linkChanges = requestMembers(changed)

export const agreementLink = object(replyMembers(members), 'The public address of an agreement.')

/** The members of a request in the words of core. */
export const readNewLink = (body: object) => readMembers(created, body)
export const readLinkChanges = (body: object) => readMembers(changed, body)

const present = presenter(members)

/** A link in the newest shape. */
export function presentAgreementLink(link: AgreementLink, base: string): Record<string, unknown> {
  return present({ ...link, base })
}

import { Type } from 'typebox'
import {
  type AgreementLink,
  authModes,
  mostRecipients,
  mostRoles,
  passcodeLengths,
  secretLengths,
} from '../../../core/agreements/index.ts'
import { formatId } from '../../../core/ids.ts'
import { mapOfAnswers } from '../../maps.ts'
import { daysToSign } from '../../signing-time.ts'
import {
  both,
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
  shownAs,
} from '../member-table.ts'
import { latestTime, object, text, texts } from '../members.ts'
import { reminders } from '../reminder-rule.ts'
import { bothAccess } from '../submissions/access.ts'

/** The source of the shown members: the link, and its address. */
type Source = AgreementLink & { url: string }

const expiresAt = Type.Unsafe<number | null>({
  type: ['integer', 'null'],
  minimum: 0,
  maximum: latestTime,
  description: 'When it ends. Unix timestamp in milliseconds; null is never.',
})

const ways = {
  authMode: both(
    Type.Enum([...authModes], {
      description:
        'Who gets in: everybody (`PUBLIC`, unless given), who has the `passcode`, or who gets a code by mail at one of the `recipients`.',
    }),
  ),
  passcode: given(
    Type.String({
      maxLength: passcodeLengths[1],
      description: `What people type to get in, ${passcodeLengths.join(' to ')} characters. It is never shown again.`,
    }),
  ),
  recipients: both(
    texts('Addresses that get in with `EMAILS`, or all of a domain.', ['robin@example.com', '@example.org'], {
      most: mostRecipients,
      longest: 254,
    }),
  ),
  oncePerEmail: both(
    Type.Boolean({ description: 'Whether an address gets only one submission of this link; false unless given.' }),
  ),
  parameterSecret: given(
    Type.Union([Type.String({ maxLength: secretLengths[1] }), Type.Null()], {
      description: `A secret of ${secretLengths.join(' to ')} characters. With it, the parameters of the address must be signed (docs/ways-in.md); null ends that. It is never shown.`,
    }),
  ),
  parametersAreSigned: shown(Type.Boolean({ description: 'Whether the parameters of the address must be signed.' })),
}

const signerMembers = {
  role: both(Type.String({ maxLength: 50, description: 'Signer role.', examples: ['landlord'] })),
  name: both(Type.Union([Type.String({ maxLength: 200 }), Type.Null()], { description: 'Name.' })),
  email: both(Type.String({ maxLength: 254, description: 'E-mail address.' })),
  mayDelegate: both(Type.Boolean({ default: false, description: 'Whether they may pass it on to somebody else.' })),
  access: bothAccess,
  fields: join(
    given(
      mapOfAnswers({
        description: 'What stands in their fields, by key. They can change it unless the field is fixed.',
      }),
    ),
    shown(mapOfAnswers({ description: 'What stands in their fields, by key.' })),
  ),
} satisfies Members<AgreementLink['signers'][number]>
const signer = object(replyMembers(signerMembers), 'Who takes a role.')
const presentSigner = presenter<AgreementLink['signers'][number]>(signerMembers)
const givenSigner = request(signerMembers, ['role', 'email'])
const broughtIn = 'Whom its submissions bring in besides whoever opens it. They are mailed when it is their turn.'

const more = {
  signers: join(
    givenAs(
      Type.Array(object(givenSigner.members, 'Who takes a role.'), { maxItems: mostRoles, description: broughtIn }),
      (list) => list.map(givenSigner.read),
    ),
    shownAs(Type.Array(signer, { description: broughtIn }), (list: AgreementLink['signers']) =>
      list.map(presentSigner),
    ),
  ),
  daysToSign: both(daysToSign('30')),
  reminders: reminders('When those whose turn it is are asked again; null is never.'),
}

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
  ...ways,
  ...more,
  createdBy: publicIdOrNull('user', 'User id that created it; null when an API key did.'),
  createdAt: moment('When it was created.'),
  updatedAt: moment('When it was last changed.'),
} satisfies Members<Source>

const { title, isActive, expiresAt: end } = members
const { parametersAreSigned: _, ...givenWays } = { ...ways, ...more }

/** A new link, and a change of one. */
export const newLink = request(
  { agreementId: givenId('agreement', 'Id of the agreement.'), title, expiresAt: end, ...givenWays },
  ['agreementId'],
)
export const linkChanges = request({ title, expiresAt: end, isActive, ...givenWays })

export const linkResources = { agreement_link: object(replyMembers(members), 'The public address of an agreement.') }

const present = presenter<Source>(members)

/** A link in the newest shape. */
export function presentAgreementLink(link: AgreementLink, base: string): Record<string, unknown> {
  return present({ ...link, url: `${base}/agree/${formatId('agreement_link', link.id)}` })
}

import { Type } from 'typebox'
import {
  type AgreementLink,
  authModes,
  longestKey,
  mostRecipients,
  mostRoles,
  passcodeLengths,
  secretLengths,
} from '../../../core/agreements/index.ts'
import { longestEmail } from '../../../core/email.ts'
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
  description: 'When the link ends, as a unix timestamp in milliseconds; null is never.',
})

const ways = {
  authMode: both(
    Type.Enum([...authModes], {
      description:
        'Who may open the link: everybody (`PUBLIC`, the default), people with the `passcode`, or people who get a code by mail at one of the `recipients`.',
    }),
  ),
  passcode: given(
    Type.String({
      maxLength: passcodeLengths[1],
      description: `The passcode that people type to open the link, ${passcodeLengths.join(' to ')} characters. It is never shown again.`,
    }),
  ),
  recipients: both(
    texts(
      'The addresses that may open a link with `EMAILS`, or a whole domain.',
      ['robin@example.com', '@example.org'],
      {
        most: mostRecipients,
        longest: longestEmail,
      },
    ),
  ),
  oncePerEmail: both(
    Type.Boolean({
      description: 'Whether each e-mail address can begin only one submission through this link; false by default.',
    }),
  ),
  parameterSecret: given(
    Type.Union([Type.String({ maxLength: secretLengths[1] }), Type.Null()], {
      description: `A secret of ${secretLengths.join(' to ')} characters. With a secret, the parameters of the address must be signed (docs/ways-in.md). Null removes it. It is never shown.`,
    }),
  ),
  parametersAreSigned: shown(Type.Boolean({ description: 'Whether the parameters of the address must be signed.' })),
}

const signerMembers = {
  role: both(Type.String({ maxLength: longestKey, description: 'Signer role.', examples: ['landlord'] })),
  name: both(Type.Union([Type.String({ maxLength: 200 }), Type.Null()], { description: 'Name.' })),
  email: both(Type.String({ maxLength: longestEmail, description: 'E-mail address.' })),
  mayDelegate: both(
    Type.Boolean({ default: false, description: 'Whether the signer may pass their part on to another person.' }),
  ),
  access: bothAccess,
  fields: join(
    given(
      mapOfAnswers({
        description:
          'The values of the fields of the signer, by key. The signer can change them unless the field is fixed.',
      }),
    ),
    shown(mapOfAnswers({ description: 'The values of the fields of the signer, by key.' })),
  ),
} satisfies Members<AgreementLink['signers'][number]>
const signer = object(replyMembers(signerMembers), 'The person of a role.')
const presentSigner = presenter<AgreementLink['signers'][number]>(signerMembers)
const givenSigner = request(signerMembers, ['role', 'email'])
const broughtIn = 'The other people of its submissions. Each is mailed when it is their turn.'

const more = {
  signers: join(
    givenAs(
      Type.Array(object(givenSigner.members, 'The person of a role.'), { maxItems: mostRoles, description: broughtIn }),
      (list) => list.map(givenSigner.read),
    ),
    shownAs(Type.Array(signer, { description: broughtIn }), (list: AgreementLink['signers']) =>
      list.map(presentSigner),
    ),
  ),
  daysToSign: both(daysToSign('30')),
  reminders: reminders('When signers whose turn it is are reminded; null is never.'),
}

const members = {
  id: publicId('agreement_link', 'Id of the link.', { wire: 'agreement_link_id', example: 'Ce4hRho4SpV4TWqiR2pQtS' }),
  agreementId: publicId('agreement', 'Id of the agreement.', { example: 'AGREE-0190f3a1c2d37e4f8a9b0c1d2e3f4a5b' }),
  url: shown(text('Public address. Query parameters that are added to it become verification_metadata.')),
  title: join(
    given(Type.String({ maxLength: 200, description: 'The title; by default the title of the agreement.' })),
    shown(text('Title.')),
  ),
  isActive: join(
    given(Type.Boolean({ description: 'Turns it on or off.' })),
    shown(Type.Boolean({ description: 'Whether people can open the link.' })),
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

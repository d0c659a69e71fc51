import { Type } from 'typebox'
import { verificationCatalogue } from '../../../core/verifications/index.ts'
import { mapOfAnything } from '../../maps.ts'
import { given, givenAs, givenId, otherNames, request } from '../member-table.ts'
import { object, textUpTo, word } from '../members.ts'
import { orderedConsent } from './consent.ts'

const short = (description: string) => textUpTo(200, description)
const maybe = (description: string) => Type.Optional(short(description))
const valuesOf = (entries: readonly { value: string }[]) => entries.map(({ value }) => value)

const person = request({
  legalName: given(
    object({ first: short('First name.'), middle: maybe('Middle name.'), last: short('Last name.') }, 'Legal name.'),
  ),
  dateOfBirth: given(short('YYYY-MM-DD.')),
  ssn: given(short('Social Security Number.')),
  address: given(
    object(
      {
        street: short('Street and number.'),
        city: short('City.'),
        state: short('Two letters.'),
        zip: short('ZIP code.'),
      },
      'Current address.',
    ),
  ),
  driverLicence: given(
    object({ number: short('Number of the licence.'), state: short('State that issued it.') }, 'Driver licence.'),
  ),
  contact: given(object({ email: maybe('E-mail address.'), phone: maybe('Phone number.') }, 'Contact.')),
})

const consents = Type.Array(object(orderedConsent.members, 'A consent that the caller has obtained.'), {
  maxItems: 10,
  description: 'Consents given with this order.',
})

const members = {
  type: given(word(valuesOf(verificationCatalogue.types), 'What to check.'), { wire: 'verification_type' }),
  tier: given(word(valuesOf(verificationCatalogue.tiers), 'Tier; us_criminal_record_check and panel_drug need one.'), {
    wire: 'verification_tier',
  }),
  subtype: given(word(valuesOf(verificationCatalogue.subtypes), 'Orders one scan of a tier by itself.'), {
    wire: 'verification_subtype',
  }),
  subjectId: givenId('subject', 'A person who is known, as consents name them.'),
  person: givenAs(
    object(person.members, 'The person to be checked. Encrypted at rest, and never shown again.'),
    person.read,
  ),
  consents: givenAs(consents, (list) => list.map(orderedConsent.read)),
  metadata: given(mapOfAnything({ description: 'Your own data; shown with the verification.' }), {
    wire: 'verification_metadata',
  }),
  submissionId: givenId('submission', 'Submission that it belongs to.'),
  signerId: givenId('signer', 'Signer of that submission.'),
  agreementLinkId: givenId('agreement_link', 'Agreement link that it belongs to.'),
  provider: given(short('Name of the provider; any that can unless given.')),
}

/** A verification to order. */
export const newOrder = request(members, ['type'])

/** Members that core calls by another name. */
export const orderNames = otherNames(members)

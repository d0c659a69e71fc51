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
  subtype: given(word(valuesOf(verificationCatalogue.subtypes), 'Orders only this scan of a tier.'), {
    wire: 'verification_subtype',
  }),
  subjectId: givenId('subject', 'A known person, by the subject_id of a consent.'),
  person: givenAs(
    object(person.members, 'The person to verify. The data is encrypted at rest and never shown again.'),
    person.read,
  ),
  consents: givenAs(consents, (list) => list.map(orderedConsent.read)),
  metadata: given(mapOfAnything({ description: 'Your own data. The verification shows it.' }), {
    wire: 'verification_metadata',
  }),
  submissionId: givenId('submission', 'The submission of the verification.'),
  signerId: givenId('signer', 'Signer of that submission.'),
  agreementLinkId: givenId('agreement_link', 'The agreement link of the verification.'),
  provider: given(short('The name of the provider. By default, the server chooses one.')),
}

/** A verification to order. */
export const newOrder = request(members, ['type'])

/** Members that have another name in core. */
export const orderNames = otherNames(members)

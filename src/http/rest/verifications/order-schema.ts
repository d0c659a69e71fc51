import { type Static, Type } from 'typebox'
import {
  consentTexts,
  type Person,
  type VerificationOrder,
  verificationCatalogue,
} from '../../../core/verifications/index.ts'
import { mapOfAnything } from '../../maps.ts'
import { readId } from '../endpoint.ts'
import { object, word } from '../members.ts'

const short = (description: string) => Type.String({ maxLength: 200, description })
const maybe = (description: string) => Type.Optional(short(description))
const kinds = [...new Set(consentTexts.map((text) => text.kind))]

const person = object(
  {
    legal_name: Type.Optional(
      object({ first: short('First name.'), middle: maybe('Middle name.'), last: short('Last name.') }, 'Legal name.'),
    ),
    date_of_birth: maybe('YYYY-MM-DD.'),
    ssn: maybe('Social Security Number.'),
    address: Type.Optional(
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
    driver_licence: Type.Optional(
      object({ number: short('Number of the licence.'), state: short('State that issued it.') }, 'Driver licence.'),
    ),
    contact: Type.Optional(object({ email: maybe('E-mail address.'), phone: maybe('Phone number.') }, 'Contact.')),
  },
  'The person to be checked. Encrypted at rest, and never shown again.',
)

/** The words of a consent that the caller has obtained. */
export const consentMembers = {
  kind: word(kinds, 'What was consented to.'),
  typed_name: Type.Optional(short('The name as the person typed it.')),
  text_version: Type.Optional(short('Version of the text that was shown; the newest unless given.')),
  locale: Type.Optional(short('Language that it was shown in.')),
  ip_address: Type.Optional(short('Address that the person consented from.')),
  user_agent: Type.Optional(Type.String({ maxLength: 512, description: 'Browser that the person consented with.' })),
}
const consent = object(consentMembers, 'A consent that the caller has obtained.')

const { types, tiers, subtypes } = verificationCatalogue

export const orderBody = object(
  {
    verification_type: word(
      types.map((entry) => entry.value),
      'What to check.',
    ),
    verification_tier: Type.Optional(
      word(
        tiers.map((entry) => entry.value),
        'Tier; us_criminal_record_check and panel_drug need one.',
      ),
    ),
    verification_subtype: Type.Optional(
      word(
        subtypes.map((entry) => entry.value),
        'Orders one scan of a tier by itself.',
      ),
    ),
    subject_id: Type.Optional(short('A person who is known, as consents name them.')),
    person: Type.Optional(person),
    consents: Type.Optional(Type.Array(consent, { maxItems: 10, description: 'Consents given with this order.' })),
    verification_metadata: Type.Optional(mapOfAnything({ description: 'Your own data; shown with the verification.' })),
    submission_id: Type.Optional(short('Submission that it belongs to.')),
    signer_id: Type.Optional(short('Signer of that submission.')),
    agreement_link_id: Type.Optional(short('Agreement link that it belongs to.')),
    provider: Type.Optional(short('Name of the provider; any that can unless given.')),
  },
  'A check to order.',
)

type OrderBody = Partial<Static<typeof orderBody>>

/** The order in the words of core, without the ids. */
export function readOrderBody(body: OrderBody): Partial<VerificationOrder> {
  return {
    ...(body.verification_type ? { type: body.verification_type } : {}),
    ...(body.verification_tier ? { tier: body.verification_tier } : {}),
    ...(body.verification_subtype ? { subtype: body.verification_subtype } : {}),
    ...(body.person ? { person: readPerson(body.person) } : {}),
    ...(body.consents ? { consents: body.consents.map((given) => ({ kind: given.kind, ...readConsent(given) })) } : {}),
    ...(body.verification_metadata ? { metadata: body.verification_metadata } : {}),
    ...(body.provider ? { provider: body.provider } : {}),
  }
}

/** What the order belongs to. Throws the not-found of an id that can be none. */
export function readOrderIds(body: OrderBody): Partial<VerificationOrder> {
  return {
    ...(body.subject_id ? { subjectId: readId('subject', body.subject_id) } : {}),
    ...(body.submission_id ? { submissionId: readId('submission', body.submission_id) } : {}),
    ...(body.signer_id ? { signerId: readId('signer', body.signer_id) } : {}),
    ...(body.agreement_link_id ? { agreementLinkId: readId('agreement_link', body.agreement_link_id) } : {}),
  }
}

/** A consent in the words of core. */
export function readConsent(body: Partial<Static<typeof consent>>) {
  return {
    ...(body.kind === undefined ? {} : { kind: body.kind }),
    ...(body.typed_name === undefined ? {} : { typedName: body.typed_name }),
    ...(body.text_version === undefined ? {} : { textVersion: body.text_version }),
    ...(body.locale === undefined ? {} : { locale: body.locale }),
    ...(body.ip_address === undefined ? {} : { ipAddress: body.ip_address }),
    ...(body.user_agent === undefined ? {} : { userAgent: body.user_agent }),
  }
}

function readPerson(body: Static<typeof person>): Person {
  return {
    ...(body.legal_name ? { legalName: body.legal_name } : {}),
    ...(body.date_of_birth === undefined ? {} : { dateOfBirth: body.date_of_birth }),
    ...(body.ssn === undefined ? {} : { ssn: body.ssn }),
    ...(body.address ? { address: body.address } : {}),
    ...(body.driver_licence ? { driverLicence: body.driver_licence } : {}),
    ...(body.contact ? { contact: body.contact } : {}),
  }
}

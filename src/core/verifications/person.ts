import type { VerificationTier, VerificationType } from './catalogue.ts'

/** A person as a provider needs to know them. Dates are YYYY-MM-DD, states two letters, all else text. */
export type Person = {
  legalName?: { first: string; middle?: string; last: string }
  dateOfBirth?: string
  ssn?: string
  address?: { street: string; city: string; state: string; zip: string }
  driverLicence?: { number: string; state: string }
  contact?: { email?: string; phone?: string }
}

/** A group of personal data. Each is encrypted and stored by itself. */
export type DetailKey = keyof Person

/** One blank of a form: where its value goes, and how a browser should treat it. */
export type DetailField = {
  path: readonly [DetailKey, ...string[]]
  required: boolean
  /** Never shown again once given. */
  secret: boolean
  inputMode: 'text' | 'numeric' | 'email' | 'tel' | 'date'
  autocomplete: string
}

function field(path: DetailField['path'], over: Partial<DetailField> = {}): DetailField {
  return { path, required: true, secret: false, inputMode: 'text', autocomplete: 'off', ...over }
}

/** The blanks of each group, as data for forms and for the API's own description. */
export const detailFields: Readonly<Record<DetailKey, readonly DetailField[]>> = {
  legalName: [
    field(['legalName', 'first'], { autocomplete: 'given-name' }),
    field(['legalName', 'middle'], { autocomplete: 'additional-name', required: false }),
    field(['legalName', 'last'], { autocomplete: 'family-name' }),
  ],
  dateOfBirth: [field(['dateOfBirth'], { secret: true, inputMode: 'date', autocomplete: 'bday' })],
  ssn: [field(['ssn'], { secret: true, inputMode: 'numeric' })],
  address: [
    field(['address', 'street'], { autocomplete: 'street-address' }),
    field(['address', 'city'], { autocomplete: 'address-level2' }),
    field(['address', 'state'], { autocomplete: 'address-level1' }),
    field(['address', 'zip'], { autocomplete: 'postal-code', inputMode: 'numeric' }),
  ],
  driverLicence: [field(['driverLicence', 'number'], { secret: true }), field(['driverLicence', 'state'])],
  contact: [
    field(['contact', 'email'], { autocomplete: 'email', inputMode: 'email', required: false }),
    field(['contact', 'phone'], { autocomplete: 'tel', inputMode: 'tel', required: false }),
  ],
}

const detailsOfType: Readonly<Record<VerificationType, readonly DetailKey[]>> = {
  enhanced_identity_verification: ['legalName', 'dateOfBirth', 'address'],
  us_criminal_record_check: ['legalName', 'dateOfBirth', 'ssn', 'address'],
  motor_vehicle_record: ['legalName', 'dateOfBirth', 'driverLicence'],
  // The laboratory sends the appointment by e-mail or phone; one of the two is enough.
  panel_drug: ['legalName', 'dateOfBirth', 'contact'],
}

/** What a check needs to know of a person. Every tier of a type needs the same today. */
export function requiredDetails(type: VerificationType, _tier: VerificationTier | null = null): readonly DetailKey[] {
  return detailsOfType[type]
}

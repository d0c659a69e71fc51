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

/** One blank of a form: where its value goes, what to call it, and how a browser should treat it. */
export type DetailField = {
  path: readonly [DetailKey, ...string[]]
  label: string
  required: boolean
  /** Never shown again once given. */
  secret: boolean
  inputMode: 'text' | 'numeric' | 'email' | 'tel' | 'date'
  autocomplete: string
}

function field(path: DetailField['path'], label: string, over: Partial<DetailField> = {}): DetailField {
  return { path, label, required: true, secret: false, inputMode: 'text', autocomplete: 'off', ...over }
}

/** The blanks of each group, as data for forms and for the API's own description. */
export const detailFields: Readonly<Record<DetailKey, readonly DetailField[]>> = {
  legalName: [
    field(['legalName', 'first'], 'First name', { autocomplete: 'given-name' }),
    field(['legalName', 'middle'], 'Middle name', { autocomplete: 'additional-name', required: false }),
    field(['legalName', 'last'], 'Last name', { autocomplete: 'family-name' }),
  ],
  dateOfBirth: [field(['dateOfBirth'], 'Date of birth', { secret: true, inputMode: 'date', autocomplete: 'bday' })],
  ssn: [field(['ssn'], 'Social Security Number', { secret: true, inputMode: 'numeric' })],
  address: [
    field(['address', 'street'], 'Street and number', { autocomplete: 'street-address' }),
    field(['address', 'city'], 'City', { autocomplete: 'address-level2' }),
    field(['address', 'state'], 'State', { autocomplete: 'address-level1' }),
    field(['address', 'zip'], 'ZIP code', { autocomplete: 'postal-code', inputMode: 'numeric' }),
  ],
  driverLicence: [
    field(['driverLicence', 'number'], 'Driver licence number', { secret: true }),
    field(['driverLicence', 'state'], 'State that issued the licence'),
  ],
  contact: [
    field(['contact', 'email'], 'E-mail address', { autocomplete: 'email', inputMode: 'email', required: false }),
    field(['contact', 'phone'], 'Phone number', { autocomplete: 'tel', inputMode: 'tel', required: false }),
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

import type { VerificationTier, VerificationType } from './catalogue.ts'

/**
 * A person as a provider needs to know them. Dates are YYYY-MM-DD, states have two letters, everything else is text.
 */
export type Person = {
  legalName?: { first: string; middle?: string; last: string }
  dateOfBirth?: string
  ssn?: string
  address?: { street: string; city: string; state: string; zip: string }
  driverLicence?: { number: string; state: string }
  contact?: { email?: string; phone?: string }
}

/** A group of personal data. Each group is encrypted and stored separately. */
export type DetailKey = keyof Person

/** A field of a form: the path of its value, and how a browser should treat it. */
export type DetailField = {
  path: readonly [DetailKey, ...string[]]
  required: boolean
  /** Whether the value is never shown again. */
  secret: boolean
  inputMode: 'text' | 'numeric' | 'email' | 'tel' | 'date'
  autocomplete: string
}

function field(path: DetailField['path'], over: Partial<DetailField> = {}): DetailField {
  return { path, required: true, secret: false, inputMode: 'text', autocomplete: 'off', ...over }
}

/** The fields of each group, for forms and for the description of the API. */
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
  // The laboratory announces the appointment by e-mail or phone. One of the two is enough.
  panel_drug: ['legalName', 'dateOfBirth', 'contact'],
}

/** The personal details that a verification needs. Today every tier of a type needs the same. */
export function requiredDetails(type: VerificationType, _tier: VerificationTier | null = null): readonly DetailKey[] {
  return detailsOfType[type]
}

import type { AgreementInput } from '../core/agreements/index.ts'

/** The first agreement of the demo organization: every kind of field, and two verifications. */
export const demoAgreement: AgreementInput = {
  title: 'Delivery driver agreement',
  source: `This agreement is between **Acme** and {{full_name}} (the *driver*).

## 1. The work

1. The driver delivers parcels for Acme in the driver's own vehicle.
2. Work begins on {{start_date}}.
3. Acme pays within 14 days of each delivered round.

## 2. Pay

| Round | Parcels | Pay |
|---|---|---|
| City | up to 40 | $ 120 |
| County | up to 80 | $ 210 |

## 3. Safety

The driver keeps a valid licence, obeys traffic law, and tells Acme at once of any accident.

{{safety_rules}}

## 4. Ending

Either side may end this agreement with two weeks' notice in writing.

Signed: {{signature}}
`,
  signerRoles: [{ key: 'driver', name: 'Driver' }],
  fields: [
    { key: 'full_name', type: 'text', role: 'driver', label: 'Full name', required: true, maxLength: 200 },
    { key: 'start_date', type: 'date', role: 'driver', label: 'First day of work', required: true },
    { key: 'safety_rules', type: 'checkbox', role: 'driver', label: 'I have read the safety rules', required: true },
    { key: 'signature', type: 'signature', role: 'driver', label: 'Signature', required: true },
    { key: 'remarks', type: 'text', role: 'driver', label: 'Remarks', required: false, maxLength: 500 },
  ],
  requiredVerifications: [
    { type: 'enhanced_identity_verification', tier: null, role: 'driver' },
    { type: 'us_criminal_record_check', tier: 'request_us_criminal_record_check_tier_1', role: 'driver' },
  ],
}

/**
 * An agreement of two people who sign one after the other, and of a third who gets a copy. One field depends on the
 * answer to another, and one takes a file.
 */
export const demoLease: AgreementInput = {
  title: 'Flat lease',
  source: `Between {{signature:landlord}} (the *landlord*) and {{full_name:tenant}} (the *tenant*).

1. The tenancy begins on {{start_date:tenant}}.
2. The rent is € {{rent:landlord}} a month, due on the first.
3. The tenant brings a pet: {{pet:tenant}} {{pet_kind:tenant}}

Proof of income: {{income:tenant}}

The tenant signs first, the landlord after that: {{signature:tenant}}
`,
  signerRoles: [
    { key: 'tenant', name: 'Tenant', order: 1 },
    { key: 'landlord', name: 'Landlord', order: 2 },
    { key: 'agent', name: 'Agent', order: 3, kind: 'copy' },
  ],
  fields: [
    { key: 'full_name_tenant', type: 'text', role: 'tenant', label: 'Full name', required: true, maxLength: 200 },
    { key: 'start_date_tenant', type: 'date', role: 'tenant', label: 'First day', required: true },
    { key: 'pet_tenant', type: 'checkbox', role: 'tenant', label: 'I bring a pet', required: false },
    {
      ...{ key: 'pet_kind_tenant', type: 'text', role: 'tenant', label: 'Which pet', required: true, maxLength: 80 },
      showIf: { field: 'pet_tenant', filled: true },
    },
    {
      ...{ key: 'income_tenant', type: 'file', role: 'tenant', label: 'Proof of income', required: false },
      ...{ accept: ['pdf', 'png', 'jpeg'], maxMegabytes: 5 },
    },
    { key: 'signature_tenant', type: 'signature', role: 'tenant', label: 'Signature of the tenant', required: true },
    { key: 'rent_landlord', type: 'number', role: 'landlord', label: 'Rent', required: true, min: 1, decimals: 2 },
    {
      key: 'signature_landlord',
      type: 'signature',
      role: 'landlord',
      label: 'Signature of the landlord',
      required: true,
    },
  ],
  requiredVerifications: [],
}

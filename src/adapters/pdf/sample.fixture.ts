import { type FinishedAgreement, parseAgreement } from '../../core/agreements/document/index.ts'
import type { Drawing } from '../../writing/index.ts'

const at = (time: string) => new Date(`2026-11-21T${time}Z`)

/** A two-page agreement as a small organization would send it. */
export const SOURCE = `# Volunteer Driver Agreement

This agreement is made on {{start_date}} between **Harbour Community Transport** ("the Charity") and **{{full_name}}** ("the Driver"), who lives at {{address}}. It sets out what each of them may expect of the other while the Driver gives their time to the Charity.

## 1. What the Driver does

The Driver will carry passengers and goods for the Charity in a vehicle that the Charity provides, or in the Driver's own vehicle where both agree in writing beforehand. The Driver:

1. drives with care, obeys the law of the road, and never drives after drinking *any* alcohol;
2. tells the Charity within **24 hours** of any accident, conviction or change of health that may affect driving:
   - by telephone during office hours, or
   - through the [reporting page](https://example.org/report) at any other time;
3. keeps what passengers tell them in confidence.

> A Driver who feels unwell does not drive. Nobody will be asked twice.

## 2. Expenses

The Charity repays reasonable expenses at the rates below, within fourteen days of a claim that comes with receipts.

| Expense | Rate | Limit per month |
|:--|:-:|--:|
| Own car, per mile | £0.45 | £180.00 |
| Motorcycle, per mile | £0.24 | £60.00 |
| Parking and tolls | at cost | £40.00 |

## 3. Checks

Before the first journey the Charity has the Driver's identity and motor vehicle record checked. The Driver agrees that the Charity may ask for these checks again once a year. The result is seen only by the people who decide on it, and is erased as the Charity's privacy notice says.

## 4. Ending

Either side may end this agreement at any time by telling the other in writing. Clause 1.3 continues to apply afterwards.

{{terms}} I have read the Driver's handbook and agree to follow it.

{{photos}} The Charity may use photographs of me in its newsletter.

Signed by the Driver: {{signature}}
`

export function sample(source = SOURCE): FinishedAgreement {
  return {
    title: 'Volunteer Driver Agreement',
    language: 'en-GB',
    organizationName: 'Harbour Community Transport',
    agreementId: 'AGREEMENT-1795250000000_0199c0ffee007000800000000000beef',
    sourceSha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    linkId: 'vytxeTZskVKR7C7WgdSP3d',
    submissionId: 'SUBMISSION-1795251000000_0199c0ffee017000800000000000cafe',
    document: parseAgreement(source),
    fields: {
      start_date: { kind: 'date', value: '2026-12-01' },
      full_name: { kind: 'text', value: 'Zoë Łukasiewicz' },
      address: { kind: 'text', value: '14 Quay Street, Bristol BS1 4DJ' },
      terms: { kind: 'checkbox', checked: true },
      photos: { kind: 'checkbox', checked: false },
      signature: { kind: 'signature', mark: { kind: 'typed', name: 'Zoë Łukasiewicz' } },
    },
    signers: [
      signer('Zoë Łukasiewicz', 'Driver'),
      { ...signer('Amara Okafor', 'Charity'), mark: { kind: 'drawn', drawing: drawnMark() } },
    ],
    metadata: { internal_id: '123', internal_age: '30' },
    completedAt: at('09:42:17'),
    chainHeadSha256: '60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752',
  }
}

function act(time: string, ipAddress: string): FinishedAgreement['signers'][number]['acted'] {
  const phone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 20_1 like Mac OS X) AppleWebKit/605.1.15'
  return { at: at(time), ipAddress, userAgent: `${phone} Version/20.1 Mobile Safari/604.1` }
}

function signer(name: string, role: string): FinishedAgreement['signers'][number] {
  return {
    name,
    role,
    email: `${role.toLowerCase()}@example.org`,
    mark: { kind: 'typed', name },
    invited: { name, email: `${role.toLowerCase()}@example.org` },
    viewed: act('09:30:05', '203.0.113.24'),
    consented: act('09:33:40', '203.0.113.24'),
    acted: act('09:41:58', '203.0.113.77'),
    consents: [
      {
        title: 'Electronic records and signatures',
        textVersion: '3',
        textSha256: '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae',
        given: act('09:33:40', '203.0.113.24'),
      },
    ],
    verifications: [
      {
        id: 'VERIFICATION-1795250900000_0199c0ffee027000800000000000f00d',
        type: 'identity',
        status: 'completed',
        result: 'verified',
        isSimulated: true,
      },
    ],
  }
}

/** A drawn mark: a wave of ink and a dot, on a pad of 400 by 120 CSS pixels. */
export function drawnMark(): Drawing {
  const wave = Array.from({ length: 96 }, (_, step) => {
    const x = 10 + step * 4
    const y = 60 + Math.sin(x / 19) * Math.cos(x / 57) * 48 * (1 - x / 640)
    return [x, Math.round(y * 10) / 10]
  })
  return { width: 400, height: 120, strokes: [wave.flat(), [300, 20]] }
}

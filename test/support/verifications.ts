import { simulator } from '../../src/adapters/providers/simulator/index.ts'
import type { Context } from '../../src/core/context.ts'
import {
  giveConsent,
  orderVerification,
  type Person,
  type Providers,
  requiredConsents,
  type Verification,
  verificationCatalogue,
  verificationJobs,
} from '../../src/core/verifications/index.ts'
import { database, vault } from './organization.ts'

/** A person who may be verified in every way. The last name chooses the scenario of the simulator. */
export function newPerson(last = 'Clear', over: Person = {}): Person {
  return {
    legalName: { first: 'Ada', last },
    dateOfBirth: '1970-01-22',
    ssn: '543-21-2001',
    address: { street: '1 Main Street', city: 'Los Angeles', state: 'CA', zip: '90401' },
    driverLicence: { number: 'F2111655', state: 'CA' },
    contact: { email: 'ada@example.com' },
    ...over,
  }
}

export const providers: Providers = { simulator }

/** A provider that verifies people, as far as Sealane knows. Its reports have no mark of a simulation. */
export const earnest: Providers = { simulator: { ...simulator, isSimulated: false } }

/** A person's id, with every consent that any verification needs. */
export async function newConsentedSubject(ctx: Context): Promise<string> {
  const kinds = verificationCatalogue.types.flatMap(({ value }) => requiredConsents[value])
  const { subjectId } = await giveConsent(ctx, { kind: 'electronic_records' })
  for (const kind of kinds) await giveConsent(ctx, { kind, subjectId, typedName: 'Ada Clear' })
  return subjectId
}

/** Orders a verification of a new person who has consented. */
export async function newVerification(
  ctx: Context,
  over: {
    type?: string
    tier?: string | null
    subtype?: string
    last?: string
    ssn?: string
    metadata?: Record<string, unknown>
  } = {},
  by: Providers = providers,
): Promise<Verification> {
  const { last, ssn, ...rest } = over
  const who = { subjectId: await newConsentedSubject(ctx), person: newPerson(last, ssn ? { ssn } : {}) }
  return orderVerification(ctx, by, { type: 'enhanced_identity_verification', ...rest, ...who })
}

/** Runs one job of verifications, some milliseconds after the context's present. */
export async function runJob(
  ctx: Context,
  name: string,
  verificationId: string,
  afterMs = 0,
  over: { providers?: Providers } = {},
): Promise<void> {
  const now = () => new Date(ctx.now.getTime() + afterMs)
  const dependencies = { database, vault, providers, now, ...over }
  await verificationJobs[name]?.(dependencies, { organizationId: ctx.organizationId, verificationId })
}

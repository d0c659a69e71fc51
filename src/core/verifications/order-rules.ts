import { type Fault, fault, invalid } from '../errors.ts'
import {
  tiersOfSubtype,
  tiersOfType,
  type VerificationSubtype,
  type VerificationTier,
  type VerificationType,
  verificationCatalogue,
} from './catalogue.ts'

export type OrderedKind = {
  type: VerificationType
  tier: VerificationTier | null
  subtype: VerificationSubtype | null
}

/**
 * The faults of type, tier and subtype together, all at once. A criminal record check and a drug test need a tier. A
 * subtype orders one scan of a tier. `kind` is null when there are faults or no type.
 */
export function checkKind(input: {
  type?: string
  tier?: string | null
  subtype?: string | null
}): { kind: OrderedKind; faults: [] } | { kind: null; faults: Fault[] } {
  const type = find(verificationCatalogue.types, input.type ?? null)
  const tier = find(verificationCatalogue.tiers, input.tier ?? null)
  const subtype = find(verificationCatalogue.subtypes, input.subtype ?? null)
  const faults = [
    ...checkWord('type', input.type ?? null, type, verificationCatalogue.types),
    ...checkWord('tier', input.tier ?? null, tier, verificationCatalogue.tiers),
    ...checkWord('subtype', input.subtype ?? null, subtype, verificationCatalogue.subtypes),
    ...checkTier(type, input.tier ?? null, tier),
    ...checkSubtype(type, tier, subtype),
  ]
  return type && faults.length === 0 ? { kind: { type, tier, subtype }, faults: [] } : { kind: null, faults }
}

/** The kind that these words name. Throws `validation_failed` with every fault of checkKind. */
export function requireKind(input: Parameters<typeof checkKind>[0]): OrderedKind {
  const { kind, faults } = checkKind(input)
  if (!kind) throw invalid(faults)
  return kind
}

function checkTier(type: VerificationType | null, given: string | null, tier: VerificationTier | null): Fault[] {
  if (!type) return []
  const allowed = tiersOfType[type]
  if (given === null && allowed.length > 0)
    return [fault(['tier'], 'tier_missing', { type, tiers: allowed, value: null })]
  if (tier === null || allowed.includes(tier)) return []
  return allowed.length > 0
    ? [fault(['tier'], 'tier_other', { type, tiers: allowed, value: tier })]
    : [fault(['tier'], 'tier_none', { type, value: tier })]
}

function checkSubtype(
  type: VerificationType | null,
  tier: VerificationTier | null,
  subtype: VerificationSubtype | null,
): Fault[] {
  if (!type || !subtype) return []
  if (type !== 'us_criminal_record_check') return [fault(['subtype'], 'subtype_none', { value: subtype })]
  if (tier === null || tiersOfSubtype[subtype].includes(tier) || !tiersOfType[type].includes(tier)) return []
  return [fault(['subtype'], 'subtype_tiers', { subtype, tiers: tiersOfSubtype[subtype], value: subtype })]
}

function checkWord(
  path: string,
  given: string | null,
  found: string | null,
  entries: readonly { value: string }[],
): Fault[] {
  if (given === null || found !== null) return []
  return [fault([path], 'enum', { allowed: entries.map(({ value }) => value), value: given })]
}

function find<Value extends string>(entries: readonly { value: Value }[], given: string | null): Value | null {
  return entries.find((entry) => entry.value === given)?.value ?? null
}

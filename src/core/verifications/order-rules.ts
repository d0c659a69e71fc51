import { type Fault, invalid } from '../errors.ts'
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
 * Checks which type, tier and subtype may be ordered together; says every fault at once. A criminal record check and a
 * drug test need a tier. A subtype orders one scan of a tier by itself. Without a type there is no kind.
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
    return [fault('tier', 'required', `A ${type} needs one of the tiers ${allowed.join(', ')}.`, null)]
  if (tier === null || allowed.includes(tier)) return []
  const message =
    allowed.length > 0 ? `The tiers of ${type} are ${allowed.join(', ')}.` : `A ${type} has no tiers: leave it out.`
  return [fault('tier', 'combination', message, tier)]
}

function checkSubtype(
  type: VerificationType | null,
  tier: VerificationTier | null,
  subtype: VerificationSubtype | null,
): Fault[] {
  if (!type || !subtype) return []
  if (type !== 'us_criminal_record_check')
    return [fault('subtype', 'combination', 'Only a us_criminal_record_check has subtypes: leave it out.', subtype)]
  if (tier === null || tiersOfSubtype[subtype].includes(tier) || !tiersOfType[type].includes(tier)) return []
  return [fault('subtype', 'combination', `${subtype} is part of ${tiersOfSubtype[subtype].join(', ')}.`, subtype)]
}

function checkWord(
  path: string,
  given: string | null,
  found: string | null,
  entries: readonly { value: string }[],
): Fault[] {
  if (given === null || found !== null) return []
  return [fault(path, 'enum', `Use one of: ${entries.map((entry) => entry.value).join(', ')}.`, given)]
}

function find<Value extends string>(entries: readonly { value: Value }[], given: string | null): Value | null {
  return entries.find((entry) => entry.value === given)?.value ?? null
}

function fault(path: string, rule: string, message: string, value: unknown): Fault {
  return { path: [path], rule, message, value }
}

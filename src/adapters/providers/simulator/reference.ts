import type { VerificationSubtype, VerificationTier, VerificationType } from '../../../core/verifications/index.ts'
import { findScenario, type Scenario } from './scenario.ts'

/** The part of an order that is in the reference. It has nothing personal. */
export type Order = {
  type: VerificationType
  tier: VerificationTier | null
  subtype: VerificationSubtype | null
  scenario: Scenario
  orderedAt: number
  key: string
}

const types = [
  'enhanced_identity_verification',
  'us_criminal_record_check',
  'motor_vehicle_record',
  'panel_drug',
] as const
const tiers = [
  null,
  'request_us_criminal_record_check_tier_1',
  'request_us_criminal_record_check_tier_2',
  'request_us_criminal_record_check_tier_3',
  'panel 5',
  'panel 7',
  'panel 9',
  'panel 10',
] as const
const subtypes = [
  null,
  'single_state_county_record_check_result',
  'all_state_county_record_check_result',
  'ssn_id_document_reports',
] as const

const pattern = /^sim_(\d)(\d)(\d)_([a-z]+)_([0-9a-z]+)_([0-9a-f-]{36})$/

/** The reference of an order: positions in the tables above, the scenario, the time in base 36, the key. */
export function writeReference(order: Order): string {
  const kind = `${types.indexOf(order.type)}${tiers.indexOf(order.tier)}${subtypes.indexOf(order.subtype)}`
  return ['sim', kind, order.scenario, order.orderedAt.toString(36), order.key].join('_')
}

/** The order in a reference. Throws for a reference that is not ours. */
export function readReference(reference: string): Order {
  const [, type, tier, subtype, name, time, key] = pattern.exec(reference) ?? []
  const scenario = findScenario(name ?? '')
  const known = types[Number(type)]
  if (!known || !scenario || !time || !key) throw new Error(`The simulator does not know the order ${reference}.`)
  return {
    type: known,
    tier: tiers[Number(tier)] ?? null,
    subtype: subtypes[Number(subtype)] ?? null,
    scenario,
    orderedAt: Number.parseInt(time, 36),
    key,
  }
}

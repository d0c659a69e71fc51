// The order of each table is part of the contract, because filters may use its numbers.

const types = [
  { value: 'enhanced_identity_verification', description: 'Enhanced Identity Verification' },
  { value: 'us_criminal_record_check', description: 'US Criminal Record Check' },
  { value: 'motor_vehicle_record', description: 'Motor Vehicle Record report' },
  { value: 'panel_drug', description: 'Panel drug test' },
] as const

const subtypes = [
  {
    value: 'single_state_county_record_check_result',
    description: 'County level Criminal Record Check (for current address)',
  },
  {
    value: 'all_state_county_record_check_result',
    description: 'County level Criminal Record Check (for last seven years)',
  },
  { value: 'ssn_id_document_reports', description: 'Social Security Number (SSN) Trace' },
] as const

const tiers = [
  { value: 'request_us_criminal_record_check_tier_1', description: 'US Criminal Record Check (Tier 1)' },
  { value: 'request_us_criminal_record_check_tier_2', description: 'US Criminal Record Check (Tier 2)' },
  { value: 'request_us_criminal_record_check_tier_3', description: 'US Criminal Record Check (Tier 3)' },
  { value: 'panel 5', description: '5 Panel Urine Test' },
  { value: 'panel 7', description: '7 Panel Urine Test' },
  { value: 'panel 9', description: '9 Panel Urine Test' },
  { value: 'panel 10', description: '10 Panel Urine Test' },
] as const

const statuses = [
  { value: 'started', description: 'Verification started but not submitted' },
  { value: 'cancelled', description: 'Verification cancelled (information changed during submission process)' },
  { value: 'in_progress', description: 'Verification submitted and being processed' },
  { value: 'completed', description: 'Verification completed' },
] as const

const results = [
  { value: 'pending', description: 'Verification result is pending' },
  { value: 'verified', description: 'Verification result has been verified' },
  { value: 'rejected', description: 'Verification result has been rejected' },
] as const

const subStatuses = [
  { value: 'county_level_check', description: 'Check is being executed at County Level' },
  { value: 'national_level_check', description: 'Check is being executed at National Level' },
] as const

export type VerificationType = (typeof types)[number]['value']
export type VerificationSubtype = (typeof subtypes)[number]['value']
export type VerificationTier = (typeof tiers)[number]['value']
export type VerificationStatus = (typeof statuses)[number]['value']
export type VerificationResult = (typeof results)[number]['value']
export type VerificationSubStatus = (typeof subStatuses)[number]['value']

const criminalTiers = [
  'request_us_criminal_record_check_tier_1',
  'request_us_criminal_record_check_tier_2',
  'request_us_criminal_record_check_tier_3',
] as const
const [, tier2, tier3] = criminalTiers
const panels = ['panel 5', 'panel 7', 'panel 9', 'panel 10'] as const

type Coverage = { service: string; description: string; tiers: readonly VerificationTier[] }

const tierCoverage: readonly Coverage[] = [
  { service: 'ssn_trace', description: 'Social Security Number (SSN) Trace', tiers: criminalTiers },
  {
    service: 'sex_offender_registry',
    description: 'Sex Offender Registry (National with Alias)',
    tiers: criminalTiers,
  },
  {
    service: 'national_criminal_database',
    description: 'National Criminal Database (with Alias)',
    tiers: criminalTiers,
  },
  {
    service: 'global_watchlist',
    description: 'Global Sanctions and Terrorist Watchlist Check (with Alias)',
    tiers: criminalTiers,
  },
  {
    service: 'county_current_address',
    description:
      'County level Criminal Record Check and Federal statewide Criminal Search for provided current address',
    tiers: [tier2, tier3],
  },
  {
    service: 'county_seven_years',
    description:
      'County level Criminal Record Check and Federal statewide Criminal Search for the last seven years of the candidate’s address history',
    tiers: [tier3],
  },
]

type PanelCoverage = { drug: string; panels: readonly VerificationTier[] }

/** Marijuana is in all four panels: only then do the panels have 5, 7, 9 and 10 drugs (DESIGN section 7). */
const panelCoverage: readonly PanelCoverage[] = [
  { drug: 'Amphetamines', panels },
  { drug: 'Barbiturates', panels: ['panel 7', 'panel 9', 'panel 10'] },
  { drug: 'Benzodiazepines', panels: ['panel 7', 'panel 9', 'panel 10'] },
  { drug: 'Opiates', panels },
  { drug: 'Cocaine', panels },
  { drug: 'Marijuana', panels },
  { drug: 'Phencyclidine', panels },
  { drug: 'Propoxyphene', panels: ['panel 9', 'panel 10'] },
  { drug: 'Methadone', panels: ['panel 9', 'panel 10'] },
  { drug: 'Methaqualone', panels: ['panel 10'] },
]

/** Everything that can be ordered, with every documented value (Harbour guide, "Verification checks"). */
export const verificationCatalogue = {
  types,
  subtypes,
  tiers,
  statuses,
  results,
  subStatuses,
  tierCoverage,
  panelCoverage,
} as const

/** The tiers of each type. A type without tiers takes none. */
export const tiersOfType: Readonly<Record<VerificationType, readonly VerificationTier[]>> = {
  enhanced_identity_verification: [],
  us_criminal_record_check: criminalTiers,
  motor_vehicle_record: [],
  panel_drug: panels,
}

/** The tiers that contain a scan: tier 2 or tier 3 for the county scans, any tier for the SSN trace (reference). */
export const tiersOfSubtype: Readonly<Record<VerificationSubtype, readonly VerificationTier[]>> = {
  ssn_id_document_reports: criminalTiers,
  single_state_county_record_check_result: [tier2],
  all_state_county_record_check_result: [tier3],
}

/** The scans of a tier. An order of a tier makes one record for each, besides the record of the whole. */
export function scansOfTier(tier: VerificationTier | null): VerificationSubtype[] {
  return subtypes
    .map((entry) => entry.value)
    .filter((subtype) => tier !== null && tiersOfSubtype[subtype].includes(tier))
    .reverse()
}

/**
 * The verifications that an agreement may require, with their tiers. test/web/agreements.test.ts compares them with
 * those of the server.
 */
export const verificationTiers = {
  enhanced_identity_verification: [],
  us_criminal_record_check: [
    'request_us_criminal_record_check_tier_1',
    'request_us_criminal_record_check_tier_2',
    'request_us_criminal_record_check_tier_3',
  ],
  motor_vehicle_record: [],
  panel_drug: ['panel 5', 'panel 7', 'panel 9', 'panel 10'],
} as const

export type VerificationType = keyof typeof verificationTiers

export const verificationTypes: readonly VerificationType[] = [
  'enhanced_identity_verification',
  'us_criminal_record_check',
  'motor_vehicle_record',
  'panel_drug',
]

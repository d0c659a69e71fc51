import { expect, test } from 'vitest'
import { tiersOfSubtype, verificationCatalogue } from './catalogue.ts'

const { tierCoverage, panelCoverage } = verificationCatalogue

test.each([
  ['panel 5', 5],
  ['panel 7', 7],
  ['panel 9', 9],
  ['panel 10', 10],
] as const)('%s tests for %i drugs, as its name says', (panel, count) => {
  expect(panelCoverage.filter(({ panels }) => panels.includes(panel))).toHaveLength(count)
})

test.each([
  ['request_us_criminal_record_check_tier_1', 4],
  ['request_us_criminal_record_check_tier_2', 5],
  ['request_us_criminal_record_check_tier_3', 6],
] as const)('%s has %i services', (tier, count) => {
  expect(tierCoverage.filter(({ tiers }) => tiers.includes(tier))).toHaveLength(count)
})

test('every subtype is a scan of some tier', () => {
  expect(Object.values(tiersOfSubtype).every((tiers) => tiers.length > 0)).toBe(true)
})

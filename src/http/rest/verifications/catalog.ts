import { verificationCatalogue } from '../../../core/verifications/index.ts'
import { defineEndpoint } from '../endpoint.ts'
import type { CatalogWire } from './catalog-schema.ts'

const entries = (list: readonly { value: string; description: string }[]) => list.map((entry) => ({ ...entry }))

function presentCatalog(): CatalogWire {
  const { types, subtypes, tiers, statuses, results, subStatuses, tierCoverage, panelCoverage } = verificationCatalogue
  return {
    verification_types: entries(types),
    verification_subtypes: entries(subtypes),
    verification_tiers: entries(tiers),
    statuses: entries(statuses),
    results: entries(results),
    sub_statuses: entries(subStatuses),
    tier_coverage: tierCoverage.map(({ service, description, tiers }) => ({
      service,
      description,
      verification_tiers: [...tiers],
    })),
    panel_coverage: panelCoverage.map(({ drug, panels }) => ({ drug, verification_tiers: [...panels] })),
  }
}

export const catalogEndpoints = [
  defineEndpoint({
    id: 'getVerificationCatalog',
    tag: 'Verifications',
    method: 'GET',
    path: '/verification-catalog',
    since: '2.2',
    summary: 'Get the verification catalog',
    description: 'The enums and coverage tables of the guide, as data.',
    reply: { kind: 'one', resource: 'verification_catalog' },
    handle: async () => presentCatalog(),
  }),
  defineEndpoint({
    id: 'checkHealth',
    tag: 'Verifications',
    method: 'GET',
    path: '/verifications/health-check',
    since: '2.0',
    summary: 'Check that the API answers',
    description: 'Needs no key. Status pages can probe it.',
    isPublic: true,
    reply: { kind: 'one', resource: 'health' },
    handle: async () => ({ status: 'ok' }),
  }),
]

import { type Static, Type } from 'typebox'
import { object, text } from '../members.ts'

const entries = (description: string) =>
  Type.Array(object({ value: text('The value on the wire.'), description: text('What it means.') }, 'One value.'), {
    description,
  })

const catalog = object(
  {
    verification_types: entries('Types.'),
    verification_subtypes: entries('Subtypes.'),
    verification_tiers: entries('Tiers.'),
    statuses: entries('Statuses.'),
    results: entries('Results.'),
    sub_statuses: entries('Sub statuses.'),
    tier_coverage: Type.Array(
      object(
        {
          service: text('Word for the service.'),
          description: text('What is searched.'),
          verification_tiers: Type.Array(Type.String(), { description: 'Tiers that contain it.' }),
        },
        'One service of the US criminal record check.',
      ),
    ),
    panel_coverage: Type.Array(
      object(
        {
          drug: text('The substance.'),
          verification_tiers: Type.Array(Type.String(), { description: 'Panels that test for it.' }),
        },
        'One substance.',
      ),
    ),
  },
  'Every value that a verification can have, and what each tier covers.',
)

export type CatalogWire = Static<typeof catalog>

export const catalogResources = { verification_catalog: catalog }

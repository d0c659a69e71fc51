import type { Endpoint } from './endpoint.ts'
import { catalogEndpoints } from './verifications/catalog.ts'
import { verificationEndpoints } from './verifications/endpoints.ts'
import { defineVersionsEndpoint } from './versions/endpoints.ts'

/** Every operation of the REST dialect. */
export const endpoints: readonly Endpoint[] = [
  ...verificationEndpoints,
  ...catalogEndpoints,
  defineVersionsEndpoint(() => endpoints),
]

export {
  type ApiCredential,
  createApiCredential,
  listApiCredentials,
  revokeApiCredential,
} from './api-credentials.ts'
export { type ApiKey, createApiKey, listApiKeys, type NewApiKey, revokeApiKey } from './api-keys.ts'
export { authenticateApiKey, authenticateToken, type Caller } from './authenticate.ts'
export { createOrganization, findOrganization, type Organization } from './organizations.ts'
export { createUser, type HashPassword, type NewUser } from './users.ts'

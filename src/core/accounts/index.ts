export * from './api-credentials.ts'
export * from './api-keys.ts'
export { authenticateApiKey, authenticateToken, type Caller } from './authenticate.ts'
export { setMaintenance, setMaintenanceOfAll } from './maintenance.ts'
export {
  addUser,
  findMemberFaults,
  listUsers,
  type Member,
  memberList,
  updateUser,
} from './members.ts'
export {
  createOrganization,
  findOrganization,
  findOrganizationFaults,
  listOrganizations,
  type Organization,
  organizationList,
  updateOrganization,
} from './organizations.ts'
export { createRole, deleteRole, findRoleFaults, listRoles, type Role, roleList, updateRole } from './roles.ts'
export { createUser, type HashPassword, type NewUser } from './users.ts'

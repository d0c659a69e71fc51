export {
  type Answering,
  acceptInvitation,
  declineInvitation,
  type OwnInvitation,
  readOwnInvitation,
} from './answer-invitation.ts'
export * from './api-credentials.ts'
export * from './api-keys.ts'
export { apiRequestList, type KeyUse, listApiRequests, recordApiRequests } from './api-requests.ts'
export { authenticateApiKey, authenticateToken, type Caller } from './authenticate.ts'
export { mostEmbeddingOrigins } from './embedding.ts'
export { inviteMember, revokeInvitation } from './invitations.ts'
export { accountJobs, accountSchedule, openInvitationLink, resetUrl } from './jobs.ts'
export { findKeyActor } from './key-actor.ts'
export {
  getInvitation,
  type Invitation,
  invitationList,
  invitationStatuses,
  listInvitations,
} from './list-invitations.ts'
export { setMaintenance, setMaintenanceOfAll } from './maintenance.ts'
export { findMemberActor } from './member-actor.ts'
export {
  listUsers,
  type Member,
  memberList,
  updateUser,
} from './members.ts'
export {
  createOrganization,
  findOrganization,
  listOrganizations,
  type Organization,
  organizationList,
  updateOrganization,
} from './organizations.ts'
export { changeProfile, forgetSecondFactors, listPasskeys, removePasskey } from './own-profile.ts'
export { listSessions, revokeSession, sessionList } from './own-sessions.ts'
export {
  changePassword,
  createPasswordReset,
  readPasswordReset,
  requestPasswordReset,
  resetPassword,
} from './password.ts'
export type { AtTheDoor } from './person-audit.ts'
export { createRole, deleteRole, listRoles, roleList, updateRole } from './roles.ts'
export * from './saved-views.ts'
export {
  findPersonByEmail,
  grantServerAdmin,
  listServerAdmins,
  requireServerAdmin,
  revokeServerAdmin,
} from './server-admins.ts'
export { authenticateSession, confirmSession, maySignIn, readSession, type SignedIn } from './sessions.ts'
export { requireSetUp, setUpServer, tokenOfSetUp, waitsForSetUp } from './set-up.ts'
export { showInvitationLink } from './show-invitation-link.ts'
export { noteFailedSignIns, noteSignInAct, type SignInMethod } from './sign-in-trail.ts'
export { takeCode } from './used-codes.ts'
export { createUser, type HashPassword } from './users.ts'

import type { Resource } from '../../app/api.ts'

type Role = Resource<'agreements'>['attributes']['signerRoles'][number]

/** The roles in their order of acting, each with its place. Copies come last. */
export function inOrder(roles: readonly Role[]): { role: Role; place: number }[] {
  return roles
    .map((role, index) => ({ role, place: (role.kind === 'copy' ? 100 : 0) + (role.order ?? index + 1) }))
    .sort((one, other) => one.place - other.place)
}

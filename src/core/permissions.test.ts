import { expect, test } from 'vitest'
import { keyActor, newContext } from '../../test/support/organization.ts'
import type { Actor, Context } from './context.ts'
import { freshForMs, type Permission, permissions, requireFreshSignIn, requirePermission } from './permissions.ts'

const ctx = await newContext()
const user = { kind: 'user', id: '019a0000-0000-7000-8000-000000000001', role: 'admin', permissions } as const

const signedIn = (ago: number): Actor => ({ ...user, signedInAt: new Date(ctx.now.getTime() - ago) })

function refusalOf(work: (ctx: Context) => void, actor: Actor): string | null {
  try {
    work({ ...ctx, actor })
    return null
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'another'
  }
}

const needFresh: Permission[] = [
  ...(['api_keys:write', 'api_credentials:write', 'roles:write', 'users:write'] as const),
  ...(['organization:write', 'verifications:delete'] as const),
]

test.each(permissions)('%s by an old session is refused if it is dangerous, and only then', (permission) => {
  const check = (inner: Context) => requirePermission(inner, permission)
  const late = needFresh.includes(permission) ? 'sign_in_again' : null
  expect([refusalOf(check, signedIn(freshForMs + 1)), refusalOf(check, signedIn(freshForMs))]).toEqual([late, null])
  expect(refusalOf(check, { ...signedIn(freshForMs + 1), permissions: [] } as Actor)).toBe('permission_missing')
})

test('a token, an API key and the server itself need no fresh sign-in', () => {
  for (const actor of [user, keyActor(), { kind: 'system' } as const]) {
    expect(refusalOf(requireFreshSignIn, actor)).toBeNull()
  }
})

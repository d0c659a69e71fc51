import { expect, test } from 'vitest'
import { newContext } from '../../../test/support/organization.ts'
import { createApiKey, createRole, deleteRole, inviteMember, updateRole } from './index.ts'

async function wordsOf(attempts: Promise<unknown>[]): Promise<string[]> {
  const outcomes = await Promise.allSettled(attempts)
  return outcomes.map((outcome) => (outcome.status === 'rejected' ? outcome.reason.code : 'done'))
}

const rounds = [1, 2, 3, 4, 5]

test.each(rounds)('one of granting and deleting a role at once is refused, and neither fails (%i)', async (round) => {
  const ctx = await newContext()
  const role = await createRole(ctx, { name: 'clerk', permissions: ['webhooks:read'] })
  const person = { name: 'Sam', email: `sam.${round}.${ctx.organizationId}@acme.test`, roleId: role.id }
  const handOut = round % 2 === 0 ? inviteMember(ctx, person) : createApiKey(ctx, { name: 'Key', role: 'clerk' })
  expect([
    ['done', 'role_in_use'],
    ['role_not_found', 'done'],
  ]).toContainEqual(await wordsOf([handOut, deleteRole(ctx, role.id)]))
})

test.each(rounds)(
  'one of several roles with the same name at once is created, and the others are refused (%i)',
  async () => {
    const ctx = await newContext()
    const roles = []
    for (const name of ['one', 'two']) roles.push(await createRole(ctx, { name, permissions: [] }))
    const renamings = roles.map(({ id }) => updateRole(ctx, id, { name: 'clerk' }))
    const words = await wordsOf([...renamings, createRole(ctx, { name: 'clerk', permissions: [] })])
    expect(words.sort()).toEqual(['done', 'role_name_taken', 'role_name_taken'])
  },
)

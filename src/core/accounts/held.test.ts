import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Grant, grantingVerbs, makeTargets, readGrants } from '../../../test/support/grants.ts'
import { keyActor, newContext } from '../../../test/support/organization.ts'
import { DomainError } from '../errors.ts'
import { permissions } from '../permissions.ts'
import * as accounts from './index.ts'

const accountVerbs = permissions.filter((word) => /^(roles|api_keys|users|api_credentials):/.test(word))
const somePermissions = fc.subarray([...permissions])
// An actor who may change accounts and holds some other permissions. Any other actor is refused before the rule
// applies.
const worlds = fc
  .record({
    mine: somePermissions,
    granted: somePermissions,
    other: somePermissions,
    heldToo: fc.subarray(['granted', 'other']),
  })
  .map(({ mine: some, granted, other, heldToo }) => {
    const mine = [...new Set([...some, ...accountVerbs])]
    const within = (words: string[]) => words.filter((word) => mine.some((held) => held === word))
    const isHeld = (name: string) => heldToo.includes(name)
    return {
      mine,
      granted: isHeld('granted') ? within(granted) : granted,
      other: isHeld('other') ? within(other) : other,
    }
  })

test('every verb of accounts that changes something is tested here', () => {
  const changing = Object.keys(accounts).filter((name) =>
    /^(create|invite|add|update|delete|revoke|set|accept|decline)[A-Z]/.test(name),
  )
  // These verbs touch nobody else's grants, or only the server's operator may use them.
  const others = [
    'createApiCredential',
    'updateApiCredential',
    'revokeApiCredential',
    'updateOrganization',
    'revokeSession',
    'createSavedView',
    'updateSavedView',
    'deleteSavedView',
  ]
  const invited = ['acceptInvitation', 'declineInvitation']
  const server = ['setUpServer', 'createPasswordReset', 'revokeServerAdmin']
  const operator = ['setMaintenance', 'setMaintenanceOfAll', 'createOrganization', 'createUser', ...server]
  const tried = new Set(grantingVerbs.map(([name]) => name))
  expect([...tried, ...others, ...invited, ...operator].sort()).toEqual(changing.sort())
})

// Side by side: each has an organization of its own, and mostly waits for the database.
test.concurrent.each(grantingVerbs)('%s (%#) changes nothing that grants more than its actor holds', async (_, run) => {
  const ctx = await newContext()
  await fc.assert(
    fc.asyncProperty(worlds, async ({ mine, granted, other }) => {
      const targets = await makeTargets(ctx, granted, other)
      const before = await readGrants(ctx)
      const outcome = await run({ ...ctx, actor: keyActor(mine) }, targets).catch((error) => error)
      const changed = changesBetween(before, await readGrants(ctx))
      for (const grant of changed) expect(mine).toEqual(expect.arrayContaining(grant.permissions))
      if (outcome instanceof DomainError) expect(changed).toEqual([])
      else expect(outcome).not.toBeInstanceOf(Error)
    }),
    { numRuns: 20 },
  )
})

test.each(grantingVerbs)('%s (%#) succeeds for an actor who holds all permissions', async (name, run) => {
  const ctx = await newContext()
  const targets = await makeTargets(ctx, ['webhooks:write'], ['audit:read'])
  const done = run({ ...ctx, actor: keyActor() }, targets).then(
    () => 'done',
    (error) => error.code,
  )
  expect(name === 'deleteRole' ? ['done', 'role_in_use'] : ['done']).toContain(await done)
})

// Each grant that was added, removed or changed, in its state before and after.
function changesBetween(before: Map<string, Grant>, after: Map<string, Grant>): Grant[] {
  const ids = new Set([...before.keys(), ...after.keys()])
  const pairs = [...ids].map((id) => [before.get(id), after.get(id)] as const)
  const differing = pairs.filter(([one, other]) => JSON.stringify(one) !== JSON.stringify(other))
  return differing.flat().filter((grant) => grant !== undefined)
}

import { expect, test } from 'vitest'
import { newContext } from '../../../test/support/organization.ts'
import { newAgreementFor } from '../../../test/support/several.ts'
import { verifyChain } from '../audit/index.ts'
import type { Context } from '../context.ts'
import { doTogether } from '../together.ts'
import { createSubmission, createSubmissions, type NewSubmission, openSigners } from './index.ts'

const tables = ['submissions', 'signers', 'signer_words', 'signer_invitations', 'audit_events', 'audit_chains'] as const
// Columns that differ between any two submissions.
const own =
  /^(id|submission_id|signer_id|subject_id|subject|chain|personal|person_id|organization_id|data|hash|head|token_hash|position|agreement_id|agreement_link_id|word)$/

/** Every row that the organization's only submission has written, without the columns in `own`. */
async function rowsOf(ctx: Context) {
  const found: Record<string, unknown> = {}
  for (const table of tables) {
    const rows: object[] = await ctx.db.selectFrom(table).selectAll().execute()
    const kept = rows
      .filter((row) => !('action' in row) || row.action === 'submission.created')
      .filter((row) => !('chain' in row) || row.chain !== ctx.organizationId)
      .map((row) => Object.entries(row).filter(([name]) => !own.test(name)))
    found[table] = kept.map((row) => JSON.stringify(row)).sort()
  }
  const people = await openSigners(ctx, await ctx.db.selectFrom('signers').selectAll().execute())
  return {
    ...found,
    people: people.map(({ role, name, email, invited_email }) => [role, name, email, invited_email]).sort(),
  }
}

const person = (role: string, delivery: 'link' | 'email') => ({
  role,
  name: `A ${role}`,
  email: `${role}@x.example`,
  delivery,
})

test.each<[string, Parameters<typeof newAgreementFor>[1], Omit<NewSubmission, 'agreementLinkId'>]>([
  ['one signer by link', [{ role: 'a' }], { signers: [person('a', 'link')], metadata: { order: '1', ssn: '' } }],
  ['one signer by mail', [{ role: 'a' }], { signers: [person('a', 'email')] }],
  ['nobody named', [{ role: 'a' }, { role: 'b', order: 2 }], {}],
  [
    'two in order and a copy',
    [{ role: 'a' }, { role: 'b', order: 2 }, { role: 'c', order: 3, kind: 'copy' }],
    { signers: [person('a', 'email'), person('b', 'link'), person('c', 'email')] },
  ],
  [
    'two side by side, the second from metadata',
    [
      { role: 'a', order: 1 },
      { role: 'b', order: 1 },
    ],
    { signers: [person('a', 'link')], metadata: { b_email: 'b@x.example', b_name: 'Bo' } },
  ],
])('a submission that is made among others equals one that is made alone: %s', async (_, roles, input) => {
  const [alone, among] = [await newContext(), await newContext()]
  const link = await newAgreementFor(alone, roles)
  await createSubmission(alone, { agreementLinkId: link.id, ...input })
  const other = await newAgreementFor(among, roles)
  const [made] = await doTogether(among, (inner) => createSubmissions(inner, other.id, [input]))
  expect(await rowsOf(among)).toEqual(await rowsOf(alone))
  expect(await verifyChain(among, made?.id ?? '')).toMatchObject({ intact: true, length: 1 })
})

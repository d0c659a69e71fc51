import { expect, test } from 'vitest'
import { newContext } from '../../../test/support/organization.ts'
import { newSigning } from '../../../test/support/signing.ts'
import { listAuditEvents } from '../audit/index.ts'
import { getAgreementLink, listAgreementLinks, updateAgreementLink } from './index.ts'
import { findWayFaults, type WaysIn } from './ways-in.ts'

const secret = 'x'.repeat(32)

test.each<[WaysIn, string[]]>([
  [{}, []],
  [{ authMode: 'PASSCODE' }, ['passcode passcode_needed']],
  [{ authMode: 'PASSCODE', passcode: 'Tulip 42' }, []],
  [{ authMode: 'PASSCODE', passcode: '12345' }, ['passcode shortest']],
  [{ passcode: ' ' }, ['passcode required']],
  [{ passcode: 'x'.repeat(101) }, ['passcode max_length']],
  [{ authMode: 'EMAILS' }, ['recipients recipients_needed']],
  [{ authMode: 'EMAILS', recipients: [] }, ['recipients recipients_needed']],
  [{ authMode: 'EMAILS', recipients: ['a@b.example', '@b.example'] }, []],
  [
    { recipients: ['b.example', '@', '@b', '*@b.example', 'a@b.example '] },
    [0, 1, 2, 4].map((at) => `recipients.${at} email`),
  ],
  [{ recipients: Array(1_001).fill('a@b.example') }, ['recipients max_items']],
  [{ parameterSecret: secret }, []],
  [{ parameterSecret: null }, []],
  [{ parameterSecret: '' }, ['parameterSecret required']],
  [{ parameterSecret: 'x'.repeat(31) }, ['parameterSecret shortest']],
])('the settings %j of who may enter have the faults %j', (given, told) => {
  expect(findWayFaults(given).map(({ path, code }) => `${path.join('.')} ${code}`)).toEqual(told)
})

test('the passcode and the secret of a link are never shown, never listed, and not in the trail', async () => {
  const { ctx, linkId } = await newSigning()
  const ways = {
    authMode: 'PASSCODE',
    passcode: 'Tulip 42',
    recipients: ['robin@example.com'],
    parameterSecret: secret,
  } as const
  const link = await updateAgreementLink(ctx, linkId, { ...ways, recipients: [...ways.recipients] })
  expect(link).toMatchObject({ authMode: 'PASSCODE', recipients: ['robin@example.com'], parametersAreSigned: true })
  const said = JSON.stringify([
    link,
    await getAgreementLink(ctx, linkId),
    await listAgreementLinks(ctx, {}),
    await listAuditEvents(ctx, {}),
  ])
  expect(said).not.toMatch(/Tulip|xxxxxxxx/)
  const rows = JSON.stringify(await ctx.db.selectFrom('agreement_links').selectAll().execute())
  expect(rows).not.toMatch(/Tulip|xxxxxxxx|robin/)
  const trail = JSON.stringify((await listAuditEvents(ctx, {})).items.map(({ data }) => data))
  expect(trail).toContain('"recipients":1')
  expect(trail).not.toContain('robin')
})

test('a mode needs no passcode or recipients again when they are stored', async () => {
  const { ctx, linkId } = await newSigning()
  await updateAgreementLink(ctx, linkId, { passcode: 'Tulip 42' })
  expect(await updateAgreementLink(ctx, linkId, { authMode: 'PASSCODE' })).toMatchObject({ authMode: 'PASSCODE' })
  await expect(updateAgreementLink(ctx, linkId, { authMode: 'EMAILS' })).rejects.toMatchObject({
    code: 'validation_failed',
  })
  expect(await getAgreementLink(ctx, linkId)).toMatchObject({ authMode: 'PASSCODE' })
})

test('an organization sees only its own recipients', async () => {
  const { linkId } = await newSigning()
  await expect(getAgreementLink(await newContext(), linkId)).rejects.toMatchObject({ code: 'agreement_link_not_found' })
})

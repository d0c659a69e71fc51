import { expect, test } from 'vitest'
import { createAgreement, createAgreementLink } from '../../src/core/agreements/index.ts'
import { signAgreement } from '../../src/core/ceremony/index.ts'
import { formatId } from '../../src/core/ids.ts'
import { openAs } from '../support/ceremony.ts'
import { formOf, identifyAs } from '../support/opened.ts'
import { simpleAgreement } from '../support/signing.ts'
import { openApp } from '../support/web-browser.ts'

const fields = { name: 'Robin', from: '2026-03-29', agree: 'true' }

test.each([
  ['America/Los_Angeles', /GMT-[78]|P[SD]T/],
  ['Pacific/Kiritimati', /GMT\+14/],
  ['Asia/Kolkata', /GMT\+5:30|IST/],
])(
  'in the web app in %s a day is the day that was signed, and a time names its zone and UTC',
  async (timezoneId, zone) => {
    const { page } = await openApp(
      async (ctx) => {
        const { id: agreementId } = await createAgreement(ctx, simpleAgreement)
        const opened = await openAs(ctx, (await createAgreementLink(ctx, { agreementId })).id, {})
        await identifyAs(opened)
        const ceremony = await opened.ceremony()
        const signature = { method: 'typed', text: 'Robin' } as const
        await signAgreement(opened.ctx, ceremony, formOf(ceremony), { fields, signature, locale: 'en' })
        return `/submissions/${formatId('submission', ceremony.submission.id)}`
      },
      { timezoneId },
    )
    await page.getByText('March 29, 2026').waitFor()
    const time = page.locator('time').first()
    await time.hover()
    await expect.poll(() => time.getAttribute('title')).toMatch(zone)
    expect(await time.getAttribute('title')).toContain('UTC')
  },
)

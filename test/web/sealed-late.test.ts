import { expect, test } from 'vitest'
import { formatId } from '../../src/core/ids.ts'
import { finishing, finishingLate, runSealing } from '../support/finishing.ts'
import { newPerson } from '../support/people.ts'
import { goodFields, goodSignature, newIdentified, newSigning } from '../support/signing.ts'
import { openAppAs } from '../support/web-browser.ts'

test('the page of a submission says why its document cannot be sealed, and no more once it is, without a reload', async () => {
  const signing = await newSigning()
  await (await newIdentified(signing)).post('sign', { ...goodFields, ...goodSignature })
  const { id } = await signing.ctx.db.selectFrom('submissions').select('id').executeTakeFirstOrThrow()
  await expect(runSealing(signing.ctx, id, finishingLate)).rejects.toThrow()
  const { page, url } = await openAppAs(await newPerson(signing.ctx.organizationId))
  await page.goto(`${url}/submissions/${formatId('submission', id)}`)
  const why = page.getByText('cannot be sealed just now: no timestamp authority gives a valid timestamp')
  await why.waitFor()
  await runSealing(signing.ctx, id, finishing)
  await why.waitFor({ state: 'detached' })
  await page.getByText('sealed').first().waitFor()
})

import { setTimeout } from 'node:timers/promises'
import { type AgreementInput, createAgreement, createAgreementLink } from '../../src/core/agreements/index.ts'
import type { Context } from '../../src/core/context.ts'
import { formatId } from '../../src/core/ids.ts'
import { simpleAgreement } from './signing.ts'
import { fetching, newVisitor, type Visitor } from './visitor.ts'

/** Settings of a server that can read what tests have written. */
export const sharedKey = { SEALANE_MASTER_KEY: '07'.repeat(32), SEALANE_DEMO: 'false' }

/** The slowest answer of /health during the work, in milliseconds. */
async function slowestHealth(url: string, work: () => Promise<unknown>): Promise<number> {
  let slowest = 0
  let isDone = false
  const ask = async () => {
    while (!isDone) {
      const began = performance.now()
      await (await fetch(`${url}/health`)).text()
      slowest = Math.max(slowest, performance.now() - began)
      await setTimeout(5)
    }
  }
  const asking = ask()
  await setTimeout(20)
  await work().finally(() => {
    isDone = true
  })
  await asking
  return slowest
}

/**
 * The slowest answer of /health in the best of up to ten rounds of the same work. Work that blocks the server does so
 * in each round; other work of this machine does not.
 */
export async function healthDuring(url: string, work: () => Promise<unknown>, enoughMs = 100): Promise<number> {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < 10 && best > enoughMs; round += 1) best = Math.min(best, await slowestHealth(url, work))
  return best
}

/** A person at a link of the server, who has given their name and may sign now. */
export async function newSigner(ctx: Context, url: string, input: AgreementInput = simpleAgreement): Promise<Visitor> {
  const { id: agreementId } = await createAgreement(ctx, input)
  const link = await createAgreementLink(ctx, { agreementId })
  const visitor = newVisitor(fetching(url), `/agree/${formatId('agreement_link', link.id)}/`)
  await visitor.get()
  await visitor.post('identify', { name: 'Robin', email: 'robin@example.com', electronic_records: 'true' })
  return visitor
}

import type { FastifyReply } from 'fastify'
import { DomainError } from '../../core/errors.ts'
import { isOpenLink } from '../../core/submissions/index.ts'
import { sendPage } from './send.ts'
import type { Place, Session } from './session.ts'
import { showStep } from './show.ts'
import { shownAgain, withoutDrawing } from './shown-again.ts'
import { sayTo } from './words.ts'

/** What a form is worked on with. */
export type Work = { session: Session; place: Place; form: Record<string, string>; locale: string }

/** Does what a form asks for, and sends its signer to where they stand then. Faults are shown with nothing lost. */
export async function workOn(
  reply: FastifyReply,
  { session, place, form, locale }: Work,
  work: () => Promise<void>,
): Promise<FastifyReply> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof DomainError) || error.faults.length === 0) throw error
    const { fields } = session.ceremony.version
    const isMark = error.faults.some(({ path }) => path[0] === 'signature')
    const values = shownAgain(isMark ? withoutDrawing(form) : form)
    const entered = { values, faults: error.faults.map((fault) => sayTo(fault, fields, locale)) }
    const canBegin = isOpenLink(place.link, place.visitor.now)
    const { organizationName } = session
    const body = showStep(session.ceremony, { organizationName, session, isCodeOut: false, canBegin, entered })
    return sendPage(reply, 422, body)
  }
  return reply.redirect(session.base, 303)
}

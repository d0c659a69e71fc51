import type { FastifyReply } from 'fastify'
import { DomainError } from '../../core/errors.ts'
import { isOpenLink } from '../../core/submissions/index.ts'
import type { Reader } from '../reader.ts'
import { sendPage } from './send.ts'
import type { Place, Session } from './session.ts'
import { showStep } from './show.ts'
import { shownAgain, withoutDrawing } from './shown-again.ts'
import { sayTo } from './words.ts'

/** The parts of the work on a form. */
export type Work = {
  session: Session
  place: Place
  form: Record<string, string>
  reader: Reader
  /** Keeps what was typed, where it has faults. */
  keep?: () => Promise<unknown>
}

/** Does what a form asks for, and sends its signer to their present step. Faults are shown with nothing lost. */
export async function workOn(
  reply: FastifyReply,
  { session, place, form, ...work }: Work,
  act: () => Promise<void>,
  after = (): FastifyReply => reply.redirect(session.base, 303),
): Promise<FastifyReply> {
  try {
    await act()
  } catch (error) {
    if (!(error instanceof DomainError) || error.faults.length === 0) throw error
    await work.keep?.()
    const { fields } = session.ceremony.version
    // A page that answers a form is found again at the signer's own address.
    const reader = { ...work.reader, path: session.base, query: '' }
    const isMark = error.faults.some(({ path }) => path[0] === 'signature')
    const values = shownAgain(isMark ? withoutDrawing(form) : form)
    const entered = { values, faults: error.faults.map((fault) => sayTo(fault, fields, reader)) }
    const canBegin = isOpenLink(place.link, place.visitor.now)
    const { organizationName } = session
    const body = showStep(session.ceremony, { reader, organizationName, session, isCodeOut: false, canBegin, entered })
    return sendPage(reply, 422, body)
  }
  return after()
}

import type { FastifyReply, FastifyRequest } from 'fastify'
import { DomainError, type Fault } from '../../core/errors.ts'
import { isOpenLink } from '../../core/submissions/index.ts'
import type { Language } from '../../texts/index.ts'
import { keepLanguage } from '../language-switch.ts'
import { type Reader, readerOf } from '../reader.ts'
import { sendPage } from './send.ts'
import type { Place, Session } from './session.ts'
import { showStep } from './show.ts'
import { shownAgain, withoutDrawing } from './shown-again.ts'
import { sayTo } from './words.ts'

/** The parts of the work on a form. */
type Work = {
  session: Session
  place: Place
  form: Record<string, string>
  reader: Reader
  /** Keeps the typed values if they have faults. */
  keep?: () => Promise<unknown>
}

/** Does the work of a form, and sends its signer to their present step. Faults are shown without losses. */
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
    const isMark = error.faults.some(({ path }) => path[0] === 'signature')
    const again = { ...work, form: isMark ? withoutDrawing(form) : form, session, place }
    return sendPage(reply, 422, pageAgain(again, error.faults))
  }
  return after()
}

/** The page of the signer's step with the entered values, in the language that its form requested. */
export function showAgain(request: FastifyRequest, reply: FastifyReply, work: Work, language: Language): FastifyReply {
  keepLanguage(request, reply, language)
  return sendPage(reply, 200, pageAgain({ ...work, reader: readerOf(request, language) }, []))
}

function pageAgain({ session, place, form, ...work }: Work, found: readonly Fault[]): string {
  const { fields } = session.ceremony.version
  // A page that answers a form has the signer's own address.
  const reader = { ...work.reader, path: session.base, query: '' }
  const entered = { values: shownAgain(form), faults: found.map((fault) => sayTo(fault, fields, reader)) }
  const canBegin = isOpenLink(place.link, place.visitor.now)
  const { organizationName } = session
  return showStep(session.ceremony, { reader, organizationName, session, isCodeOut: false, canBegin, entered })
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { askForLinkCode, enterByLinkCode, enterByPasscode, readWayIn, type WayIn } from '../../core/ceremony/index.ts'
import { DomainError, say } from '../../core/errors.ts'
import { requireOpen } from '../../core/submissions/index.ts'
import type { Language } from '../../texts/index.ts'
import type { HttpDependencies } from '../dependencies.ts'
import { guarded } from '../framed.ts'
import { keepLanguage, wishedLanguage } from '../language-switch.ts'
import { readerOf } from '../reader.ts'
import { requireFewCodes, requireFewGuesses } from './guard.ts'
import { readLinkQuery } from './link-query.ts'
import { type Entered, nothingEntered, type SaidFault } from './pages/form.ts'
import { page } from './pages/layout.ts'
import { type WayInPage, wayInBody } from './pages/way-in.ts'
import { readForm } from './read-form.ts'
import { sendPage } from './send.ts'
import { locate, type Place } from './session.ts'
import { sayTo } from './words.ts'

type Form = Record<string, string>

const wayCookie = 'sealane_way'

/** Takes the forms of the page before a restricted link. */
export function registerWayIn(app: FastifyInstance, deps: HttpDependencies): void {
  app.post('/:link/passcode', (request, reply) =>
    enter(request, reply, deps, async ({ link, visitor }, { passcode = '' }) => {
      await requireFewGuesses(link.id, reply, deps)
      return enterByPasscode(visitor, link, passcode)
    }),
  )
  app.post('/:link/prove-address', (request, reply) =>
    enter(request, reply, deps, ({ link, visitor }, { email = '', code = '' }) =>
      enterByLinkCode(visitor, link, { email, code }),
    ),
  )
  app.post('/:link/address', async (request, reply) => {
    const place = await locate(request, deps)
    requireOpen(place.link, place.visitor.now)
    const form = readForm(request)
    const wished = wishedLanguage(form)
    if (wished) return showWayInAgain(request, reply, place, form, { faults: [], language: wished })
    await requireFewCodes(request, reply, deps)
    const ask = () => askForLinkCode(place.visitor, place.link, form.email ?? '', readerOf(request).language)
    return answer(request, reply, place, form, async () =>
      showWayIn(request, reply, place, { query: form.query ?? '', email: await ask() }),
    )
  })
}

/** The way in of this browser by the link, with the proved e-mail address; null without one. */
export function findWayIn(request: FastifyRequest, { link, visitor }: Place): WayIn | null {
  return readWayIn(visitor, link, request.cookies[wayCookie] ?? '')
}

/** Calls findWayIn. Throws `way_in_missing` without a way in. */
export function requireWayIn(request: FastifyRequest, place: Place): WayIn {
  const way = findWayIn(request, place)
  if (way) return way
  throw new DomainError('forbidden', 'way_in_missing', say('way_in_missing'))
}

type WayInShown = Pick<WayInPage, 'query' | 'email'> & { entered?: Entered; language?: Language | undefined }

/**
 * The page that requests a passcode, an address or a code. `language` is the language that the reader has just chosen,
 * if any.
 */
export function showWayIn(
  request: FastifyRequest,
  reply: FastifyReply,
  { link }: Place,
  { query, email, entered = nothingEntered, language }: WayInShown,
): FastifyReply {
  if (language) keepLanguage(request, reply, language)
  const reader = { ...readerOf(request, language), path: request.url.split('?')[0] ?? '', query }
  const mode = link.auth_mode === 'PASSCODE' ? 'PASSCODE' : 'EMAILS'
  const body = wayInBody(reader, { linkId: link.id, mode, query, ...(email === undefined ? {} : { email }) }, entered)
  const status = entered.faults.length > 0 ? 422 : 200
  return sendPage(reply, status, page(reader, { organizationName: link.name, title: link.title, body }))
}

async function enter(
  request: FastifyRequest,
  reply: FastifyReply,
  deps: HttpDependencies,
  prove: (place: Place, form: Form) => Promise<string>,
): Promise<FastifyReply> {
  const place = await locate(request, deps)
  requireOpen(place.link, place.visitor.now)
  const form = readForm(request)
  const wished = wishedLanguage(form)
  if (wished) return showWayInAgain(request, reply, place, form, { faults: [], language: wished })
  await requireFewCodes(request, reply, deps)
  return answer(request, reply, place, form, async () => {
    const way = await prove(place, form)
    const path = place.base.slice(0, -1)
    reply.setCookie(wayCookie, way, { ...guarded(request), path })
    const { query } = readLinkQuery(place, form.query ?? '')
    return reply.redirect(query ? `${place.base}?${query}` : place.base, 303)
  })
}

/** Shows the faults of typed values on the page with the form. */
async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  place: Place,
  form: Form,
  work: () => Promise<FastifyReply>,
): Promise<FastifyReply> {
  try {
    return await work()
  } catch (error) {
    const isTyped = error instanceof DomainError && error.faults.some(({ path }) => path[0] !== 'metadata')
    if (!isTyped) throw error
    const faults = error.faults.map((fault) => sayTo(fault, [], readerOf(request)))
    return showWayInAgain(request, reply, place, { ...form, code: '', passcode: '' }, { faults })
  }
}

// The page has the typed values again, except the wrong ones.
function showWayInAgain(
  request: FastifyRequest,
  reply: FastifyReply,
  place: Place,
  form: Form,
  { faults, language }: { faults: SaidFault[]; language?: Language },
): FastifyReply {
  const { query = '', email = '', code = '', passcode = '' } = form
  const asked = form.code === undefined || form.email === undefined ? {} : { email }
  const entered = { values: { email, code, passcode }, faults }
  return showWayIn(request, reply, place, { query, ...asked, entered, language })
}

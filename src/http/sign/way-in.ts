import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { askForLinkCode, enterByLinkCode, enterByPasscode, readWayIn, type WayIn } from '../../core/ceremony/index.ts'
import { DomainError, say } from '../../core/errors.ts'
import { requireOpen } from '../../core/submissions/index.ts'
import type { HttpDependencies } from '../dependencies.ts'
import { guarded } from '../framed.ts'
import { readerOf } from '../reader.ts'
import { requireFewCodes, requireFewGuesses } from './guard.ts'
import { readLinkQuery } from './link-query.ts'
import { type Entered, nothingEntered } from './pages/form.ts'
import { page } from './pages/layout.ts'
import { type WayInPage, wayInBody } from './pages/way-in.ts'
import { readForm } from './read-form.ts'
import { sendPage } from './send.ts'
import { locate, type Place } from './session.ts'
import { sayTo } from './words.ts'

type Form = Record<string, string>

const wayCookie = 'sealane_way'

/** Takes the forms of the page in front of a restricted link. */
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
    await requireFewCodes(request, reply, deps)
    const form = readForm(request)
    const ask = () => askForLinkCode(place.visitor, place.link, form.email ?? '', readerOf(request).language)
    return answer(request, reply, place, form, async () =>
      showWayIn(request, reply, place, { query: form.query ?? '', email: await ask() }),
    )
  })
}

/** The way in of this browser by the link, with the proven e-mail address; null without one. */
export function findWayIn(request: FastifyRequest, { link, visitor }: Place): WayIn | null {
  return readWayIn(visitor, link, request.cookies[wayCookie] ?? '')
}

/** As findWayIn. Throws `way_in_missing`. */
export function requireWayIn(request: FastifyRequest, place: Place): WayIn {
  const way = findWayIn(request, place)
  if (way) return way
  throw new DomainError('forbidden', 'way_in_missing', say('way_in_missing'))
}

/** The page that asks for a passcode, an address or a code. */
export function showWayIn(
  request: FastifyRequest,
  reply: FastifyReply,
  { link }: Place,
  { query, email, entered = nothingEntered }: Pick<WayInPage, 'query' | 'email'> & { entered?: Entered },
): FastifyReply {
  const reader = { ...readerOf(request), path: request.url.split('?')[0] ?? '', query }
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
  await requireFewCodes(request, reply, deps)
  const form = readForm(request)
  return answer(request, reply, place, form, async () => {
    const way = await prove(place, form)
    const path = place.base.slice(0, -1)
    reply.setCookie(wayCookie, way, { ...guarded(request), path })
    const { query } = readLinkQuery(place, form.query ?? '')
    return reply.redirect(query ? `${place.base}?${query}` : place.base, 303)
  })
}

/** Faults of typed values are shown on the page that asked. */
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
    const { query = '', email, code } = form
    const asked = code === undefined || email === undefined ? {} : { email }
    return showWayIn(request, reply, place, { query, ...asked, entered: { values: { email: email ?? '' }, faults } })
  }
}

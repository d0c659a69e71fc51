import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { DomainError } from '../../core/errors.ts'
import type { HttpDependencies } from '../dependencies.ts'
import { isApiHost } from '../hosts.ts'
import { isForApp, isNavigation } from '../navigation.ts'
import { heedMethods } from '../other-methods.ts'
import { renderFrontPage, sendPage } from '../pages/index.ts'
import { sendProblem } from '../problem.ts'
import { readerOf } from '../reader.ts'
import type { Face } from '../server.ts'
import { sessionTokenOf } from '../sign-in.ts'
import { serveAssets } from './assets.ts'
import { type Built, readBuilt } from './built.ts'
import { sendAppPage, sendUnbuilt } from './page.ts'
import { addPreloads } from './preloads.ts'

/** Pages for people who are not signed in. They are small, and load without the app. */
const entrances = ['/sign-in', '/set-up', '/reset-password']
/** The page on which anybody verifies a document in their own browser. */
const verifier = '/verify'
const areas = [
  '/settings',
  '/webhooks',
  '/verifications',
  '/agreements',
  '/submissions',
  '/audit',
  '/exports',
  '/operator',
  '/o',
]

/** Serves the web app: its pages on every host except the API's, and their files. */
export const webFace: Face = {
  prefix: '',
  plugin: async (app, { deps }) => serveApp(app, deps),
  renderError: (request, reply, error, deps) => {
    const isMissing = error instanceof DomainError && error.code === 'unknown_path'
    const isForPeople = isMissing && isNavigation(request) && !isApiHost(request.host, deps.domain)
    return isForPeople ? showApp(request, reply.code(404), deps) : sendProblem(request, reply, error)
  },
}

function serveApp(app: FastifyInstance, deps: HttpDependencies): void {
  const isTheirs = (request: FastifyRequest) => !isApiHost(request.host, deps.domain) && isForApp(request.url, request)
  const isOnEveryHost = ({ url }: FastifyRequest) => /^\/(assets\/|\?|$)/.test(url)
  const refuseOtherMethods = heedMethods(app, (request) => isOnEveryHost(request) || isTheirs(request))
  serveAssets(app, () => builtOf(deps))
  const show = (request: FastifyRequest, reply: FastifyReply) =>
    isTheirs(request) ? admitOrLead(request, reply, deps) : reply.callNotFound()
  app.get('/', (request, reply) =>
    isApiHost(request.host, deps.domain)
      ? sendPage(reply, renderFrontPage(readerOf(request).language))
      : admitOrLead(request, reply, deps),
  )
  for (const path of [...entrances, verifier]) app.get(path, show)
  for (const path of areas) app.get(path, show).get(`${path}/*`, show)
  refuseOtherMethods()
}

/**
 * Redirects a request without a session to sign-in, which leads back afterwards. The app checks whether a session still
 * lasts.
 */
function admitOrLead(request: FastifyRequest, reply: FastifyReply, deps: HttpDependencies): FastifyReply {
  const { url } = request
  const isStranger = !isOpen(url) && isNavigation(request) && sessionTokenOf(request, deps) === null
  if (!isStranger) return showApp(request, reply, deps)
  reply.header('cache-control', 'no-store').header('vary', 'accept, cookie, sec-fetch-mode')
  return reply.redirect(url === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(url)}`, 302)
}

/** Whether a page is also for people without an account. */
function isOpen(url: string): boolean {
  return pathOf(url) === verifier || entrances.includes(pathOf(url))
}

function pathOf(url: string): string {
  return url.split('?')[0]?.replace(/(.)\/$/, '$1') ?? ''
}

function showApp(request: FastifyRequest, reply: FastifyReply, deps: HttpDependencies): FastifyReply {
  const built = builtOf(deps)
  if (built === null) return sendUnbuilt(reply)
  const { app, entrance, preloads } = built
  if (pathOf(request.url) === verifier) return sendAppPage(request, reply, built.verifier)
  return sendAppPage(request, reply, isOpen(request.url) ? entrance : addPreloads(app, preloads, request.url))
}

const read = new Map<string, Built>()

// Read at the first request, because most servers of tests and many nodes get none.
function builtOf({ webFolder }: HttpDependencies): Built | null {
  if (!webFolder) return null
  const built = read.get(webFolder) ?? readBuilt(webFolder)
  read.set(webFolder, built)
  return built
}

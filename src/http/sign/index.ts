import cookie from '@fastify/cookie'
import type { FastifyInstance } from 'fastify'
import { notFound } from '../../core/errors.ts'
import type { HttpDependencies } from '../dependencies.ts'
import { registerLanguage } from '../language-switch.ts'
import { heedMethods } from '../other-methods.ts'
import { registerAssets } from './assets.ts'
import { registerDraft } from './draft.ts'
import { registerEntrance } from './entrance.ts'
import { renderSignError } from './errors.ts'
import { registerFiles } from './files.ts'
import { allowFraming, pageHeaders } from './headers.ts'
import { noteLost, registerLimits } from './limits.ts'
import { registerOpening } from './opening.ts'
import { registerPictures } from './pictures.ts'
import { requireSameSite } from './same-site.ts'
import { registerSigner, shownStep } from './signer.ts'
import { registerSteps } from './steps.ts'
import { registerWayIn } from './way-in.ts'

export { renderSignError } from './errors.ts'

/**
 * The public ceremony: plain HTML pages and forms. A GET changes nothing; every action of a person is a POST from our
 * own page. Each link has an address, and each signer has one below it.
 */
export async function signPlugin(app: FastifyInstance, { deps }: { deps: HttpDependencies }): Promise<void> {
  await app.register(cookie)
  // These pages take only forms.
  app.removeContentTypeParser(['application/json', 'text/plain'])
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(pageHeaders)
    requireSameSite(request)
  })
  allowFraming(app)
  registerLimits(app, deps)
  app.setErrorHandler((error, request, reply) => {
    noteLost(request, error)
    return renderSignError(request, reply, error)
  })
  app.setNotFoundHandler((request, reply) => renderSignError(request, reply, notFound('page')))
  const refuseOtherMethods = heedMethods(app, () => true, shownStep)
  registerAssets(app)
  registerPictures(app, deps)
  registerLanguage(app)
  registerEntrance(app, deps)
  registerOpening(app, deps)
  registerSigner(app, deps)
  registerSteps(app, deps)
  registerDraft(app, deps)
  registerFiles(app, deps)
  registerWayIn(app, deps)
  refuseOtherMethods()
}

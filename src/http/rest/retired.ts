import { DomainError, say } from '../../core/errors.ts'
import type { Face } from '../server.ts'
import { sendError } from './errors/render.ts'

/** API v1 is gone; whoever still asks for it hears where the API is now (Harbour guide, "Heads up!"). */
export const retiredFace: Face = {
  prefix: '/v1',
  plugin: async () => {},
  renderError: (request, reply, error) => {
    // What is wrong with the request itself is said first.
    if (!(error instanceof DomainError && error.kind === 'not_found')) return sendError(request, reply, error)
    const { base } = request
    return sendError(request, reply, new DomainError('gone', 'v1_retired', say('base_moved', { base })))
  },
}

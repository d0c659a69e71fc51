import { DomainError, say } from '../../core/errors.ts'
import type { Face } from '../server.ts'
import { sendError } from './errors/render.ts'

/** Answers requests to API v1 with the present address of the API (Harbour guide, "Heads up!"). */
export const retiredFace: Face = {
  prefix: '/v1',
  plugin: async () => {},
  renderError: (request, reply, error) => {
    // Faults of the request itself come first.
    if (!(error instanceof DomainError && error.kind === 'not_found')) return sendError(request, reply, error)
    const { base } = request
    return sendError(request, reply, new DomainError('gone', 'v1_retired', say('base_moved', { base })))
  },
}

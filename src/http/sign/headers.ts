import type { FastifyInstance } from 'fastify'

declare module 'fastify' {
  interface FastifyRequest {
    /** The origins that may frame the answer, once the organization is known. */
    framers: string[] | null
  }
}

/** The policy of a page of the ceremony: the things that it may load, and the sites that may frame it. */
function policy(framers: readonly string[]): string {
  const ancestors = framers.length > 0 ? framers.join(' ') : "'none'"
  return `default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'self'; frame-ancestors ${ancestors}; base-uri 'none'`
}

/** The headers of every page of the ceremony. Other sites never learn our addresses. */
export const pageHeaders = {
  'content-security-policy': policy([]),
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
}

/** Lets only the organization's sites frame its pages. */
export function allowFraming(app: FastifyInstance): void {
  app.decorateRequest('framers', null)
  app.addHook('onSend', async ({ framers }, reply) => {
    if (framers && framers.length > 0) reply.header('content-security-policy', policy(framers))
  })
}

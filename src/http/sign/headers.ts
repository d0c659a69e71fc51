import type { FastifyInstance } from 'fastify'

declare module 'fastify' {
  interface FastifyRequest {
    /** The sites that may show the answer in a frame, as origins, once the organization is known. */
    framers: string[] | null
  }
}

/** What a page of the ceremony may load, and who may show it in a frame. */
function policy(framers: readonly string[]): string {
  const ancestors = framers.length > 0 ? framers.join(' ') : "'none'"
  return `default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors ${ancestors}; base-uri 'none'`
}

/** What every page of the ceremony says to browsers. An address of ours is told to nobody else. */
export const pageHeaders = {
  'content-security-policy': policy([]),
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
}

/** Lets the sites that an organization names show its pages in a frame, and no other. */
export function allowFraming(app: FastifyInstance): void {
  app.decorateRequest('framers', null)
  app.addHook('onSend', async ({ framers }, reply) => {
    if (framers && framers.length > 0) reply.header('content-security-policy', policy(framers))
  })
}

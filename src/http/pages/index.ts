import type { FastifyReply } from 'fastify'

export { renderFrontPage } from './front.ts'
export { escapeHtml, renderPage } from './layout.ts'
export { sendReference, serveReferenceScripts } from './reference.ts'

const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** Answers with a page for people. The page runs and loads only our own files. */
export function sendPage(reply: FastifyReply, html: string): FastifyReply {
  return reply
    .type('text/html; charset=utf-8')
    .header('content-security-policy', policy)
    .header('x-frame-options', 'DENY')
    .header('referrer-policy', 'same-origin')
    .header('x-content-type-options', 'nosniff')
    .send(html)
}

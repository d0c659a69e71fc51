import { readFileSync } from 'node:fs'
import type { FastifyReply } from 'fastify'

export { escapeHtml, renderInput, renderPage, renderProse } from './layout.ts'

const policy =
  "default-src 'none'; style-src 'unsafe-inline'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"
const script = readFileSync(new URL('console.js', import.meta.url))

/** Answers with a page for people, which runs and loads nothing that is not ours. */
export function sendPage(reply: FastifyReply, html: string): FastifyReply {
  return reply
    .type('text/html; charset=utf-8')
    .header('content-security-policy', policy)
    .header('x-content-type-options', 'nosniff')
    .send(html)
}

/** Answers with the script that sends the forms of a reference. */
export function sendConsole(reply: FastifyReply): FastifyReply {
  return reply.type('text/javascript; charset=utf-8').send(script)
}

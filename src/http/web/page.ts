import type { FastifyReply, FastifyRequest } from 'fastify'
import { etagOf, namesEtag } from '../etags.ts'
import { renderPage } from '../pages/index.ts'

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ')

const headers = {
  'content-security-policy': policy,
  'x-frame-options': 'DENY',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  // The same address gives other clients the API.
  vary: 'accept, sec-fetch-mode',
  'cache-control': 'no-cache',
}

/** Answers with a page of the app. Its policy allows only our own files and addresses. */
export function sendAppPage(request: FastifyRequest, reply: FastifyReply, html: string): FastifyReply {
  // The ETag covers the path of the server, because a later hook adds the path to the page.
  const etag = etagOf(request.prefix + html)
  reply.headers(headers).header('etag', etag).type('text/html; charset=utf-8')
  const known = request.headers['if-none-match']
  const isKnown = reply.statusCode === 200 && known !== undefined && namesEtag(known, etag)
  return isKnown ? reply.code(304).send() : reply.send(html)
}

/** Answers that the app was never built. */
export function sendUnbuilt(reply: FastifyReply): FastifyReply {
  const words =
    '<p>The web app of this server is not built. Run <code>npm run build</code> and start the server again.</p>'
  const html = renderPage('Sealane', `<h1>Sealane</h1>\n${words}`)
  return reply.code(503).headers(headers).type('text/html; charset=utf-8').send(html)
}

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify'
import { escapeHtml } from './layout.ts'

const library = createRequire(import.meta.url).resolve('@scalar/fastify-api-reference')
// While it runs, Scalar writes its styles into the page and draws icons from data.
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; script-src 'self'; connect-src 'self'; img-src 'self' data:; font-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** A page that shows an API: its name, the address of its OpenAPI document, and further links. */
type Reference = {
  title: string
  document: string
  /** The path that begins the API's own paths. */
  base: string
  /** The address at which `serveReferenceScripts` serves the scripts. */
  scripts: string
  links: readonly { href: string; text: string }[]
}

/**
 * Serves the scripts of reference pages below an address: Scalar's API reference from its package, and the few lines
 * that start it. The page loads nothing from another server.
 */
export function serveReferenceScripts(app: FastifyInstance, path: string, options: RouteShorthandOptions = {}): void {
  app.get(`${path}/reference.js`, options, (request, reply) => sendScript(request, reply, 'library'))
  app.get(`${path}/start.js`, options, (request, reply) => sendScript(request, reply, 'start'))
}

type Script = { plain: Buffer; zipped: Buffer }
let scripts: { library: Script; start: Script } | undefined

// The three megabytes are read and packed at the first request, because most processes never receive one.
function readScripts() {
  const read = (file: string | URL): Script => {
    const plain = readFileSync(file)
    return { plain, zipped: gzipSync(plain) }
  }
  return {
    library: read(join(dirname(library), 'js/standalone.js')),
    start: read(new URL('start-reference.js', import.meta.url)),
  }
}

function sendScript(request: FastifyRequest, reply: FastifyReply, name: 'library' | 'start'): FastifyReply {
  scripts ??= readScripts()
  const takesGzip = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
  if (takesGzip) reply.header('content-encoding', 'gzip')
  return reply
    .type('text/javascript; charset=utf-8')
    .header('cache-control', 'public, max-age=3600')
    .header('vary', 'accept-encoding')
    .header('x-content-type-options', 'nosniff')
    .send(takesGzip ? scripts[name].zipped : scripts[name].plain)
}

/** Answers with the page of a reference. Without scripts the page has a link to the document. */
export function sendReference(reply: FastifyReply, { title, document, base, scripts, links }: Reference): FastifyReply {
  const anchors = links.map(({ href, text }) => `<a href="${escapeHtml(href)}">${escapeHtml(text)}</a>`)
  return reply
    .type('text/html; charset=utf-8')
    .header('content-security-policy', policy)
    .header('x-frame-options', 'DENY')
    .header('x-content-type-options', 'nosniff')
    .send(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<style>
  :root { color-scheme: light dark } body { margin: 0; font-family: system-ui, sans-serif }
  nav { display: flex; flex-wrap: wrap; gap: .4rem 1.4rem; padding: .7rem 1.2rem; border-bottom: 1px solid #8884 }
  nav a { color: inherit } noscript p { padding: 0 1.2rem }
</style>
</head>
<body>
<nav aria-label="Sealane">${anchors.join('\n')}</nav>
<noscript><p>This page needs JavaScript. The <a href="${escapeHtml(document)}">OpenAPI document</a> says the same.</p></noscript>
<div id="reference" data-document="${escapeHtml(document)}" data-base="${base}"></div>
<script src="${scripts}/reference.js" defer></script>
<script src="${scripts}/start.js" defer></script>
</body>
</html>
`)
}

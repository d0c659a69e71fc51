import { renderPage } from './layout.ts'

/** The page at the root of an API's host, for people who come by: what this server is, and where to read on. */
export function renderFrontPage(): string {
  return renderPage(
    'Sealane',
    `<h1>Sealane</h1>
<p>This server sends agreements as links, checks who signs them, and keeps the proof.</p>
<ul>
<li>You were sent an agreement? Open the link that you were sent. It begins with this address and <code>/agree/</code>.</li>
<li>You write software against it? Read <a href="/docs">the REST API</a>, <a href="/v1/api/docs">the JSON:API</a>, and
<a href="/knowledge/errors">what errors mean</a>.</li>
<li>You work for the organization? Sign in to the web app: it is at this address without the <code>api.</code> in its name.</li>
</ul>`,
  )
}

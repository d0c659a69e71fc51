import { STATUS_CODES } from 'node:http'
import { escapeHtml, renderPage } from '../../pages/index.ts'
import { type ErrorEntry, errorCatalogue } from '../errors/catalogue.ts'

const groups: Record<number, string> = {
  1: 'The server',
  2: 'Access',
  3: 'The request',
  4: 'What it asks for',
  5: 'Conflicts',
}

/** The page behind an error's `more_info`: the cause, the solution, an example, and the body of the error. */
export function renderErrorPage(entry: ErrorEntry, publicUrl: string): string {
  const body = {
    detail: entry.detail ?? entry.cause,
    error: entry.code,
    message: entry.message,
    more_info: `${publicUrl}/knowledge/errors/${entry.code}`,
    request_id: '7d1c1f0e-5a3c-4f0e-9b1d-0c2f6a1e4b7a',
  }
  return renderPage(
    `Error ${entry.code}: ${entry.message}`,
    `<p><a href="/knowledge/errors">All errors</a></p>
<h1>Error ${entry.code}: ${escapeHtml(entry.message)}</h1>
<p>HTTP status ${entry.status} ${STATUS_CODES[entry.status]}</p>
<h2>Why it comes</h2><p>${escapeHtml(entry.cause)}</p>
<h2>What to do</h2><p>${escapeHtml(entry.mend)}</p>
<h2>An example</h2><pre>${escapeHtml(entry.example)}</pre>
<pre>${escapeHtml(JSON.stringify(body, null, 2))}</pre>`,
  )
}

/** The list of all errors, grouped by thousands. */
export function renderErrorList(): string {
  const sections = Object.entries(groups).map(([thousand, title]) => {
    const rows = errorCatalogue
      .filter((entry) => Math.floor(entry.code / 1000) === Number(thousand))
      .map(
        (entry) =>
          `<tr><td><a href="/knowledge/errors/${entry.code}">${entry.code}</a></td><td>${entry.status}</td><td>${escapeHtml(entry.message)}</td><td>${escapeHtml(entry.mend)}</td></tr>`,
      )
    return `<h2>${thousand}xxx: ${title}</h2>
<table><thead><tr><th>Code</th><th>Status</th><th>Message</th><th>What to do</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
  })
  return renderPage('Errors of the API', `<h1>Errors of the API</h1>${sections.join('\n')}`)
}

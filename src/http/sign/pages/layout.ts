import { html } from 'ghtml'
import { languageSwitch, mainForm } from '../../language-switch.ts'
import type { Reader } from '../../reader.ts'
import { wordsFor } from '../words.ts'

/** The message of a frame to the page around it: the events and their submission. */
export type Told = { events: readonly FrameEvent[]; submissionId: string; signerId: string }
type FrameEvent = 'viewed' | 'signed' | 'declined' | 'completed' | 'closed'

type Layout = {
  organizationName: string
  title: string
  /** The progress, such as "Step 2 of 4"; omitted when all steps are done. */
  progress?: { number: number; of: number; label: string }
  body: string
  /** The news for the page around a frame. */
  told?: Told
  /** The seconds after which the page reloads; only while there is nothing to read or fill in. */
  refreshSeconds?: number
}

/** A whole page of the ceremony. `body` is HTML; all other members are text. */
export function page(reader: Reader, layout: Layout): string {
  const { organizationName, title, progress, body, refreshSeconds, told } = layout
  const { frame, form } = wordsFor(reader)
  const refresh = refreshSeconds ? `<meta http-equiv="refresh" content="${refreshSeconds}">` : ''
  const steps = progress
    ? html`<p class="progress"><span>${frame.step(progress)}</span>
        <progress max="${progress.of}" value="${progress.number}" aria-hidden="true"></progress></p>`
    : ''
  const events = told
    ? html`data-told="${told.events.join(' ')}" data-submission="${told.submissionId}" data-signer="${told.signerId}"`
    : ''
  return html`<!doctype html>
<html lang="${reader.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
!${refresh}
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/agree/assets/sign.css">
<script src="/agree/assets/view.js" type="module"></script>
<script src="/agree/assets/sign.js" type="module"></script>
</head>
<body data-unsent="${form.unsent}" data-untaken="${form.untaken}" data-untaken-wait="${form.untaken_wait}" !${events}>
<a class="skip" href="#main">${frame.skip}</a>
<header><p class="organization">${organizationName}</p>!${steps}</header>
<main id="main" tabindex="-1">!${body}</main>
<footer><p>${frame.foot}</p>!${languageSwitch(reader, '/agree', body.includes(html`id="${mainForm}"`))}</footer>
</body>
</html>
`
}

/** A message: the problem, and the action to take. `more` is HTML; `way` is the link to continue. */
type Message = {
  organizationName: string
  title: string
  message: string
  more?: string
  way?: { address: string; label: string; isOwnTab?: boolean }
}

export function messagePage(reader: Reader, { organizationName, title, message, more = '', way }: Message): string {
  const tab = way?.isOwnTab ? 'target="_blank" rel="noopener"' : ''
  const on = way ? html`<p><a class="button" href="${way.address}" !${tab}>${way.label}</a></p>` : ''
  const body = html`<h1>${title}</h1><p class="lead">${message}</p>!${more}!${on}`
  return page(reader, { organizationName, title, body })
}

import { html } from 'ghtml'

export type Layout = {
  organizationName: string
  title: string
  /** Where the signer stands, for instance "Step 2 of 4"; left out when there is nothing left to do. */
  progress?: { number: number; of: number; label: string }
  body: string
  /** Seconds after which the page asks again by itself; only while there is nothing to read or fill in. */
  refreshSeconds?: number
}

/** A whole page of the ceremony. `body` is HTML; everything else is text. */
export function page({ organizationName, title, progress, body, refreshSeconds }: Layout): string {
  const refresh = refreshSeconds ? `<meta http-equiv="refresh" content="${refreshSeconds}">` : ''
  const steps = progress
    ? html`<p class="progress"><span>Step ${progress.number} of ${progress.of}: ${progress.label}</span>
        <progress max="${progress.of}" value="${progress.number}" aria-hidden="true"></progress></p>`
    : ''
  return html`<!doctype html>
<html lang="en">
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
<body>
<a class="skip" href="#main">Skip to the content</a>
<header><p class="organization">${organizationName}</p>!${steps}</header>
<main id="main" tabindex="-1">!${body}</main>
<footer><p>Signed with Sealane. Each step is recorded with its time.</p></footer>
</body>
</html>
`
}

/** A page that only says something: what is the matter, and what to do. `more` is HTML; `way` leads on. */
export function messagePage(
  organizationName: string,
  title: string,
  message: string,
  more = '',
  way?: { address: string; label: string },
): string {
  const on = way ? html`<p><a class="button" href="${way.address}">${way.label}</a></p>` : ''
  return page({ organizationName, title, body: html`<h1>${title}</h1><p class="lead">${message}</p>!${more}!${on}` })
}

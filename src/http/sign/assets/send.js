import { forgetDraft } from './drafts.js'

// A second click within this time, in milliseconds, is a double click. After it, a click sends an unanswered form
// again.
const doubleClick = 1_000

/**
 * Sends a form by script, so that the page stays until there is an answer. `show` replaces the page with the answer.
 */
export function sendByScript(form, show) {
  let sending = null

  const settle = () => {
    sending = null
    form.removeAttribute('aria-busy')
  }
  const complain = (message) => {
    settle()
    const place = form.querySelector('.unsent') ?? form.appendChild(document.createElement('p'))
    place.className = 'unsent fault'
    place.setAttribute('role', 'alert')
    place.textContent = message
    place.scrollIntoView({ block: 'nearest' })
  }

  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    const { submitter } = event
    if (submitter?.matches('.enter')) return form.requestSubmit(meant(form))
    if (sending && Date.now() - sending.at < doubleClick) return
    sending?.abort()
    const request = Object.assign(new AbortController(), { at: Date.now() })
    sending = request
    form.querySelector('.unsent')?.remove()
    form.setAttribute('aria-busy', 'true')
    try {
      const body = new URLSearchParams(new FormData(form, submitter))
      const response = await fetch(submitter?.hasAttribute('formaction') ? submitter.formAction : form.action, {
        method: 'POST',
        body,
        signal: request.signal,
      })
      const html = response.redirected ? '' : await response.text()
      if (sending !== request) return
      if (response.redirected) {
        forgetDraft(form)
        return goOn(response.url)
      }
      if (mayBeSentAgain(response)) return complain(sentenceOf(html, response))
      show(html)
    } catch {
      if (sending === request) complain(document.body.dataset.unsent)
    }
  })
  // A page from the history may still be marked as sending.
  addEventListener('pageshow', settle)
}

// Enter presses the button of the part with the focus.
function meant(form) {
  const part = document.activeElement?.closest('details.decline') ?? form
  return [...form.elements].find((it) => it.matches('button[type=submit]:not(.enter)') && part.contains(it))
}

// The previous page stays in the history, as it does without a script.
function goOn(address) {
  history.pushState(null, '', location.href)
  location.assign(address)
}

function mayBeSentAgain({ status }) {
  return status === 413 || status === 429 || status >= 500
}

function sentenceOf(html, { headers }) {
  const said = new DOMParser().parseFromString(html, 'text/html').querySelector('.lead')?.textContent
  const wait = Number(headers.get('retry-after'))
  const { untaken, untakenWait } = document.body.dataset
  return said ?? (wait > 0 ? untakenWait.replace('{}', wait) : untaken)
}

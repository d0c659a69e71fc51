// Tells the server once that a person sees the first page. It waits until the page becomes visible, so that machines
// that fetch the page do not count.
import { tellFramer } from './framed.js'

const form = document.querySelector('form[data-view]')
let told = form ? whenSeen().then(() => tell(form)) : Promise.resolve()
told = told.catch(() => {})

// A form that is sent meanwhile waits for this request. If the request fails, the form opens the agreement itself.
let isSettled = !form
told.finally(() => {
  isSettled = true
})
document.addEventListener(
  'submit',
  (event) => {
    if (isSettled) return
    event.preventDefault()
    event.stopImmediatePropagation()
    const { target, submitter } = event
    told.finally(() => target.requestSubmit(submitter))
  },
  true,
)

function whenSeen() {
  const seen = () => document.visibilityState === 'visible' && !document.prerendering
  return new Promise((resolve) => {
    if (seen()) return resolve()
    const look = () => seen() && resolve()
    document.addEventListener('visibilitychange', look)
    document.addEventListener('prerenderingchange', look)
  })
}

async function tell(page) {
  const hidden = [...page.querySelectorAll('input[type=hidden]')].map((input) => [input.name, input.value])
  const reply = await fetch(page.dataset.view, {
    method: 'POST',
    body: new URLSearchParams(hidden),
    credentials: 'same-origin',
    signal: AbortSignal.timeout(8_000),
  })
  if (reply.ok) tellFramer('viewed', reply.headers.get('sealane-submission'), reply.headers.get('sealane-signer'))
  // The agreement has changed since this page was made, so nothing was opened.
  if (reply.status === 409) location.reload()
}

// Tells the page that shows this one in a frame what has happened. Only sites that the organization names can show it
// (frame-ancestors of our policy), so whoever hears is one of them.
const isFramed = parent !== window

/** Tells one event, such as `signed`. */
export function tellFramer(type, submission_id, signer_id) {
  tell({ type, submission_id, signer_id })
}

/** Tells that a page is shown, what it says has happened, and from now on how high it is. */
export function tellPage() {
  if (!isFramed) return
  document.documentElement.classList.add('framed')
  tell({ type: 'page' })
  const { told = '', submission, signer } = document.body.dataset
  for (const type of told.split(' ').filter(Boolean)) tellFramer(type, submission, signer)
  const { body } = document
  new ResizeObserver(() => tell({ type: 'height', height: Math.ceil(body.getBoundingClientRect().height) })).observe(
    body,
  )
}

function tell(message) {
  if (isFramed) parent.postMessage({ sealane: 1, ...message }, '*')
}

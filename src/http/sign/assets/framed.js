// Reports events to the page around this frame. Only sites that the organization names can show the frame
// (frame-ancestors of our policy), so only they receive the events.
const isFramed = parent !== window

/** Reports one event, such as `signed`. */
export function tellFramer(type, submission_id, signer_id) {
  tell({ type, submission_id, signer_id })
}

/** Reports that a page is shown, its events, and its height from now on. */
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

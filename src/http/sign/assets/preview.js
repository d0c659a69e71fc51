// The scripts of a page that a sender sees in the editor of agreements. Nothing on it is kept or sent.
import { startInitials } from './initials.js'
import { startSignature } from './signature.js'

/** Starts the scripts for filling in a page of the ceremony, each time that the editor inserts one. */
function start() {
  for (const place of document.querySelectorAll('.initials[data-for]')) startInitials(place)
  const ruled = document.querySelector('form[data-rules]')
  if (ruled) import('./conditions.js').then(({ startConditions }) => startConditions(ruled))
  const fieldset = document.querySelector('fieldset.signature')
  if (fieldset) startSignature(fieldset)
}

addEventListener('sealane-preview', start)
start()

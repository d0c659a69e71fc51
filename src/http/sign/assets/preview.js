// The scripts of a page that a sender looks at in the editor of agreements. Nothing of it is kept or sent.
import { startInitials } from './initials.js'
import { startSignature } from './signature.js'

/** Starts what a page of the ceremony does as one fills it in, each time that the editor has put one in. */
function start() {
  for (const place of document.querySelectorAll('.initials[data-for]')) startInitials(place)
  const ruled = document.querySelector('form[data-rules]')
  if (ruled) import('./conditions.js').then(({ startConditions }) => startConditions(ruled))
  const fieldset = document.querySelector('fieldset.signature')
  if (fieldset) startSignature(fieldset)
}

addEventListener('sealane-preview', start)
start()

// The scripts of the pages. Without them, everything works by typing and plain forms.
import { keepDrafts } from './drafts.js'
import { tellPage } from './framed.js'
import { startInitials } from './initials.js'
import { sendByScript } from './send.js'
import { startSignature } from './signature.js'

/** Starts the scripts of a page: of the first page, or of an answer. */
function start() {
  for (const form of document.querySelectorAll('form[method=post]:not([enctype])')) sendByScript(form, show)
  for (const file of document.querySelectorAll('input[type=file]')) sendWhenChosen(file)
  keepDrafts()
  for (const place of document.querySelectorAll('.initials[data-for]')) startInitials(place)
  const ruled = document.querySelector('form[data-rules]')
  if (ruled) import('./conditions.js').then(({ startConditions }) => startConditions(ruled))
  const fieldset = document.querySelector('fieldset.signature')
  if (fieldset) startSignature(fieldset)
  tellPage()
  document.querySelector('.faults')?.focus()
}

/** Sends a file when it is chosen. The button remains for a file that could not be sent. */
function sendWhenChosen(file) {
  const button = document.querySelector(`button[form="${file.form.id}"]`)
  const show = () => {
    button.hidden = file.files.length === 0
  }
  file.addEventListener('change', () => file.form.requestSubmit())
  addEventListener('pageshow', show)
  show()
}

/** Replaces the page with an answer. */
function show(html) {
  const answer = new DOMParser().parseFromString(html, 'text/html')
  document.title = answer.title
  document.documentElement.lang = answer.documentElement.lang
  document.documentElement.dir = answer.documentElement.dir
  document.body.replaceWith(answer.body)
  scrollTo(0, 0)
  start()
}

start()

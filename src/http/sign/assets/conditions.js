import { listShown, readAs } from './rules.js'

/**
 * Shows the fields of a form as their conditions say, with every change. `data-rules` has the fields, what others have
 * filled in, and how the reader writes numbers and days; what has a condition stands in an element with `data-field`.
 */
export function startConditions(form) {
  const { fields, known, locale } = JSON.parse(form.dataset.rules)
  const asked = form.elements.namedItem('asked')
  const show = () => {
    const shown = listShown(fields, valuesOf(new FormData(form), fields, known, locale))
    const places = [...form.querySelectorAll('[data-field]')]
    for (const place of places) place.toggleAttribute('hidden', !shown.has(place.dataset.field))
    asked.value = fields.flatMap(({ key, showIf }) => (showIf && shown.has(key) ? [key] : [])).join(' ')
    for (const link of form.querySelectorAll('a[data-next]')) link.setAttribute('href', nextOf(link))
  }
  form.addEventListener('input', show)
  form.addEventListener('change', show)
  // A browser that returns to the page fills in old values after this has run.
  addEventListener('pageshow', show)
  show()
}

/** What stands in every field, as the server reads what the form sends. */
export function valuesOf(entries, fields, known, locale) {
  const sent = new Map(entries)
  const own = fields.map((field) => {
    // A drawing for a field replaces what was typed there before.
    const drawn = sent.get(`drawing.${field.key}`)
    return [field.key, drawn || readAs(field, sent.get(`field.${field.key}`) ?? '', locale)]
  })
  return new Map([...own, ...Object.entries(known)])
}

/** The way to the next field that is shown. */
function nextOf(link, left = 500) {
  const target = document.getElementById(link.dataset.next.slice(1))
  const hidden = left > 0 ? target?.closest('[data-field][hidden]') : null
  const further = hidden?.querySelector('a[data-next]')
  return further ? nextOf(further, left - 1) : link.dataset.next
}

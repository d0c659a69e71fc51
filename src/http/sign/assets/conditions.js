import { listShown, readAs } from './rules.js'

/**
 * Shows the fields of a form by their conditions, after every change. `data-rules` has the fields, the values of
 * others, and the reader's form of numbers and days. An element with `data-field` contains a field with a condition.
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
  // When a browser returns to the page, it fills in old values after this has run.
  addEventListener('pageshow', show)
  show()
}

/** The value of every field, as the server reads the sent form. */
export function valuesOf(entries, fields, known, locale) {
  const sent = new Map(entries)
  const own = fields.map((field) => {
    // A drawing for a field replaces an earlier typed value.
    const drawn = sent.get(`drawing.${field.key}`)
    return [field.key, drawn || readAs(field, sent.get(`field.${field.key}`) ?? '', locale)]
  })
  return new Map([...own, ...Object.entries(known)])
}

/** Finds the next field that is shown. */
function nextOf(link, left = 500) {
  const target = document.getElementById(link.dataset.next.slice(1))
  const hidden = left > 0 ? target?.closest('[data-field][hidden]') : null
  const further = hidden?.querySelector('a[data-next]')
  return further ? nextOf(further, left - 1) : link.dataset.next
}

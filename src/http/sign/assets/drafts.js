// A form with `data-draft` keeps what was typed and drawn in this tab until it was sent: after a reload or an error
// the page has it again. Forms with personal details have no such mark.
const prefix = 'sealane:'

/** Fills forms with what was typed before, and keeps what is typed from now on. */
export function keepDrafts() {
  for (const form of document.querySelectorAll('form[data-draft]')) {
    // Values from the server are newer than kept ones.
    if (!document.querySelector('.faults')) fill(form, read(nameOf(form)))
    const keep = () => write(nameOf(form), [...new FormData(form)])
    form.addEventListener('input', keep)
    form.addEventListener('change', keep)
  }
}

/** Forgets what was typed on a form that was accepted. */
export function forgetDraft(form) {
  try {
    sessionStorage.removeItem(nameOf(form))
  } catch {}
}

function nameOf({ dataset }) {
  return prefix + dataset.draft
}

function fill(form, entries) {
  const kept = new Map(entries)
  if (kept.size === 0) return
  for (const control of form.elements) {
    const { name, type } = control
    if (!name || (type === 'hidden' && !isDrawing(name))) continue
    if (type === 'checkbox') control.checked = kept.has(name)
    else if (type === 'radio') control.checked = kept.get(name) === control.value
    else if (kept.has(name)) control.value = kept.get(name)
  }
}

function isDrawing(name) {
  return name === 'signature_drawing' || name.startsWith('drawing.')
}

// Some private windows keep nothing, which is no fault.
function read(name) {
  try {
    return JSON.parse(sessionStorage.getItem(name)) ?? []
  } catch {
    return []
  }
}

function write(name, entries) {
  try {
    sessionStorage.setItem(name, JSON.stringify(entries))
  } catch {}
}

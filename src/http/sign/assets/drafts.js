// What was typed and drawn on a form with `data-draft` stays in this tab until it was taken: a page that is left, reloaded
// or cut off by an error comes back with it. Personal details have no such form.
const prefix = 'sealane:'

/** Fills forms in with what was typed before, and keeps what is typed from now on. */
export function keepDrafts() {
  for (const form of document.querySelectorAll('form[data-draft]')) {
    // What the server shows again is newer than what is kept here.
    if (!document.querySelector('.faults')) fill(form, read(nameOf(form)))
    const keep = () => write(nameOf(form), [...new FormData(form)])
    form.addEventListener('input', keep)
    form.addEventListener('change', keep)
  }
}

/** Forgets what was typed on a form that was taken. */
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

// A browser that keeps nothing, as some do in private windows, is no fault.
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

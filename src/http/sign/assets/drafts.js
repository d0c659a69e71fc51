// A form with `data-draft` keeps the typed and drawn values in this tab until it is sent, so that they return after a
// reload or an error. With `data-save` the server keeps them too, except the signature, so that they return in any
// browser of the signer. Forms with personal details have neither.
const prefix = 'sealane:'
const delay = 1_200

/** Fills forms with earlier typed values, and keeps the values from now on. */
export function keepDrafts() {
  for (const form of document.querySelectorAll('form[data-draft]')) keepDraft(form)
}

/** Forgets the values of an accepted form. */
export function forgetDraft(form) {
  form.dispatchEvent(new Event('forgotten'))
  try {
    sessionStorage.removeItem(nameOf(form))
  } catch {}
}

function keepDraft(form) {
  const { saved = '', save } = form.dataset
  const kept = read(nameOf(form))
  // The values of the server are newer than the kept ones beside faults, and after another browser has saved.
  const isNewest = kept.tokens?.includes(saved) && !document.querySelector('.faults')
  // The tokens of this tab's drafts: the last one that the server has taken, and those on their way. A draft on its way
  // reaches the server after the page is opened again, and must not count as the draft of another browser.
  const tokens = isNewest ? kept.tokens.slice(kept.tokens.indexOf(saved)) : [saved]
  const state = { tokens, timer: 0, sent: bodyOf(form), isSending: false, isGone: false }
  if (isNewest) fill(form, kept.entries)
  const keep = () => write(nameOf(form), { tokens: state.tokens, entries: [...new FormData(form)] })
  const wait = (time) => {
    clearTimeout(state.timer)
    state.timer = setTimeout(send, time)
  }
  const send = async () => {
    clearTimeout(state.timer)
    const body = bodyOf(form)
    if (!save || state.isGone || body === state.sent) return
    // The requests run one after the other, so that the last one wins. A page that closes cannot wait.
    if (state.isSending && document.visibilityState === 'visible') return wait(delay)
    const token = crypto.randomUUID()
    state.tokens.push(token)
    keep()
    state.isSending = true
    const status = await post(save, `${body}&draft=${token}`)
    state.isSending = false
    if (status === 204) {
      state.sent = body
      state.tokens = state.tokens.slice(state.tokens.indexOf(token))
      if (!state.isGone) keep()
    } else if (status === 0 || status === 429 || status >= 500) wait(20 * delay)
  }
  const note = () => {
    keep()
    wait(delay)
  }
  if (bodyOf(form) !== state.sent) wait(delay)
  form.addEventListener('input', note)
  form.addEventListener('change', note)
  form.addEventListener('forgotten', () => {
    state.isGone = true
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && form.isConnected) send()
  })
}

// Returns the status, or 0 without an answer. The request reaches the server even if the page closes meanwhile.
async function post(address, body) {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  try {
    return (await fetch(address, { method: 'POST', body, headers, keepalive: body.length < 60_000 })).status
  } catch {
    return 0
  }
}

// The part of a form that the server keeps: its fields, and its owner.
function bodyOf(form) {
  const entries = [...new FormData(form)].filter(([name]) => !/^(signature_|delegate_|(asked|reason)$)/.test(name))
  return new URLSearchParams(entries).toString()
}

function nameOf({ dataset }) {
  return prefix + dataset.draft
}

function fill(form, entries) {
  const kept = new Map(entries)
  if (kept.size === 0) return
  for (const control of form.elements) {
    const { name, type } = control
    if (!name || control.disabled || (type === 'hidden' && !isDrawing(name))) continue
    if (type === 'checkbox') control.checked = kept.has(name)
    else if (type === 'radio') control.checked = kept.get(name) === control.value
    else if (kept.has(name)) control.value = kept.get(name)
  }
}

function isDrawing(name) {
  return name === 'signature_drawing' || name.startsWith('drawing.')
}

// Some private windows keep nothing. That is not a fault.
function read(name) {
  try {
    return JSON.parse(sessionStorage.getItem(name)) ?? {}
  } catch {
    return {}
  }
}

function write(name, entries) {
  try {
    sessionStorage.setItem(name, JSON.stringify(entries))
  } catch {}
}

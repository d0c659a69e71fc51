// A form with `data-draft` keeps what was typed and drawn in this tab until it was sent: after a reload or an error the
// page has it again. With `data-save` the server keeps it too, but for the signature, so that it is there again in any
// browser of the signer. Forms with personal details have neither.
const prefix = 'sealane:'
const delay = 1_200

/** Fills forms with what was typed before, and keeps what is typed from now on. */
export function keepDrafts() {
  for (const form of document.querySelectorAll('form[data-draft]')) keepDraft(form)
}

/** Forgets what was typed on a form that was accepted. */
export function forgetDraft(form) {
  form.dispatchEvent(new Event('forgotten'))
  try {
    sessionStorage.removeItem(nameOf(form))
  } catch {}
}

function keepDraft(form) {
  const { saved = '', save } = form.dataset
  const kept = read(nameOf(form))
  // Values from the server are newer than kept ones: those beside faults, and what another browser has saved since.
  const isNewest = kept.tokens?.includes(saved) && !document.querySelector('.faults')
  // What the server has from here, and by which tokens: the last one that it has taken, and those on their way.
  // A draft that is on its way when the page is opened anew reaches the server later, and is no other browser's.
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
    // One after the other, so that the last one stays; whoever leaves the page cannot wait.
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

// Answers the status; 0 when there was no answer. It reaches the server also when the page is left meanwhile.
async function post(address, body) {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  try {
    return (await fetch(address, { method: 'POST', body, headers, keepalive: body.length < 60_000 })).status
  } catch {
    return 0
  }
}

// What the server keeps of a form: its fields, and whose form it is.
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

// Some private windows keep nothing, which is no fault.
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

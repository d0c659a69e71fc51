// Sends the forms of a reference and shows what comes back. The field of the key says in which header it goes, and after
// which word; a form may name the version and the media type. Nothing is kept.
const key = document.querySelector('#key')

for (const form of document.querySelectorAll('form[data-path]')) {
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    const output = form.querySelector('pre')
    output.hidden = false
    output.textContent = 'Sending…'
    try {
      const started = performance.now()
      const reply = await send(form)
      output.textContent = await describe(reply, performance.now() - started)
    } catch (error) {
      output.textContent = `The request could not be sent: ${error.message}`
    }
  })
}

function send(form) {
  const { method, path, version, media = 'application/json' } = form.dataset
  const search = new URLSearchParams()
  let url = path
  for (const field of form.querySelectorAll('input[data-in]')) {
    if (field.dataset.in === 'path') url = url.replace(`{${field.name}}`, encodeURIComponent(field.value))
    else if (field.value !== '') search.set(field.name, field.value)
  }
  const { header, before = '' } = key.dataset
  const headers = { [header]: before + key.value, ...(version ? { 'harbour-version': version } : {}) }
  const body = form.querySelector('textarea')?.value
  if (body) headers['content-type'] = media
  const query = search.size > 0 ? `?${search}` : ''
  return fetch(url + query, { method, headers, ...(body ? { body } : {}) })
}

async function describe(reply, ms) {
  const names = ['x-request-id', 'harbour-version', 'ratelimit', 'etag', 'content-type']
  const headers = names.filter((name) => reply.headers.has(name)).map((name) => `${name}: ${reply.headers.get(name)}`)
  const type = reply.headers.get('content-type') ?? ''
  const body = type.includes('json')
    ? JSON.stringify(await reply.json(), null, 2)
    : `(${(await reply.blob()).size} bytes)`
  return [`${reply.status} ${reply.statusText} in ${Math.round(ms)} ms`, ...headers, '', body].join('\n')
}

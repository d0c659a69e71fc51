// Shows an agreement in a frame of your page, and reports the events in it. See docs/embedding.md.
// Sealane.open(address, { into, on, title }) -> { frame, close }
;(() => {
  const types = ['viewed', 'signed', 'declined', 'completed', 'closed']

  window.Sealane = {
    /**
     * `address` is a link or a `signing_url`. `into` is an element or a selector; without it, a dialog opens over the
     * page.
     */
    open(address, { into, on = () => {}, title = 'Agreement' } = {}) {
      const { href, origin } = new URL(address, location.href)
      const place = typeof into === 'string' ? document.querySelector(into) : into
      if (into && !place) throw new Error(`Sealane.open: nothing on this page is ${into}.`)
      const frame = Object.assign(document.createElement('iframe'), { src: href, title })
      Object.assign(frame.style, { border: '0', display: 'block', width: '100%', height: '80vh' })
      const told = new Set()
      const hear = ({ data, source, origin: from }) => {
        if (source !== frame.contentWindow || from !== origin || data?.sealane !== 1) return
        if (data.type === 'height' && place) frame.style.height = `${Math.max(300, Number(data.height) || 0)}px`
        // The button of the previous page was further down.
        if (data.type === 'page' && frame.getBoundingClientRect().top < 0) frame.scrollIntoView()
        const key = `${data.type} ${data.submission_id}`
        if (!types.includes(data.type) || told.has(key)) return
        told.add(key)
        on({ type: data.type, submission_id: data.submission_id ?? null, signer_id: data.signer_id ?? null })
      }
      addEventListener('message', hear)
      const dialog = place ? null : openDialog(frame)
      place?.append(frame)
      const close = () => {
        removeEventListener('message', hear)
        ;(dialog ?? frame).remove()
      }
      dialog?.addEventListener('close', close)
      return { frame, close }
    },
  }

  function openDialog(frame) {
    const dialog = document.createElement('dialog')
    const button = Object.assign(document.createElement('button'), {
      type: 'button',
      textContent: '\u00d7',
      ariaLabel: 'Close',
    })
    Object.assign(dialog.style, {
      width: 'min(60rem, 96vw)',
      height: '94vh',
      maxHeight: 'none',
      padding: '0',
      border: '0',
    })
    Object.assign(button.style, { float: 'right', width: '2.75rem', height: '2.75rem', font: 'inherit' })
    frame.style.height = 'calc(94vh - 2.75rem)'
    button.addEventListener('click', () => dialog.close())
    dialog.append(button, frame)
    document.body.append(dialog)
    dialog.showModal()
    return dialog
  }
})()

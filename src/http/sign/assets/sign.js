// Adds drawing to the signing page. Without it everything works by typing.
const fieldset = document.querySelector('fieldset.signature')
document.querySelector('.faults')?.focus()

// A second click must not send the form twice; the server would bear it, the signer need not wait for it.
for (const form of document.querySelectorAll('form')) {
  form.addEventListener('submit', (event) => {
    if (form.dataset.sent && !event.defaultPrevented) event.preventDefault()
    form.dataset.sent = 'true'
  })
}
addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form')) delete form.dataset.sent
})

if (fieldset) {
  const { default: SignaturePad } = await import('/agree/assets/signature_pad.js')
  const canvas = fieldset.querySelector('canvas')
  const hidden = fieldset.querySelector('input[name=signature_png]')
  const typed = fieldset.querySelector('.typed')
  const drawn = fieldset.querySelector('.drawn')
  const name = fieldset.querySelector('input[name=signature_text]')
  const preview = fieldset.querySelector('.preview')
  const pad = new SignaturePad(canvas, { minWidth: 1, maxWidth: 2.6, penColor: '#12263a' })

  const fitCanvas = () => {
    const strokes = pad.toData()
    const ratio = Math.min(Math.max(devicePixelRatio, 1), 2)
    canvas.width = canvas.offsetWidth * ratio
    canvas.height = canvas.offsetHeight * ratio
    canvas.getContext('2d').scale(ratio, ratio)
    pad.fromData(strokes)
  }
  const choose = () => {
    const drawing = fieldset.querySelector('input[name=signature_method]:checked').value === 'drawn'
    typed.hidden = drawing
    drawn.hidden = !drawing
    if (drawing) fitCanvas()
  }
  fieldset.querySelector('.methods').hidden = false
  for (const radio of fieldset.querySelectorAll('input[name=signature_method]'))
    radio.addEventListener('change', choose)
  fieldset.querySelector('.clear').addEventListener('click', () => {
    pad.clear()
    hidden.value = ''
  })
  pad.addEventListener('endStroke', () => {
    hidden.value = pad.toDataURL('image/png')
  })
  const mirror = () => {
    preview.textContent = name.value
  }
  name.addEventListener('input', mirror)
  addEventListener('resize', () => drawn.hidden || fitCanvas())
  mirror()
  choose()
  if (hidden.value) pad.fromDataURL(hidden.value)
}

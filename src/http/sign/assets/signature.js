import { startPad } from './pad.js'

/** Lets people type or draw the signature on the signing page. */
export function startSignature(fieldset) {
  const drawing = fieldset.querySelector('input[name=signature_drawing]')
  const typed = fieldset.querySelector('.typed')
  const drawn = fieldset.querySelector('.drawn')
  const name = fieldset.querySelector('input[name=signature_text]')
  const preview = fieldset.querySelector('.preview')
  const pad = startPad(fieldset.querySelector('canvas'), drawing)

  const choose = () => {
    const isDrawn = fieldset.querySelector('input[name=signature_method]:checked').value === 'drawn'
    typed.hidden = isDrawn
    drawn.hidden = !isDrawn
  }
  const mirror = () => {
    preview.textContent = name.value
  }
  fieldset.querySelector('.methods').hidden = false
  for (const radio of fieldset.querySelectorAll('input[name=signature_method]'))
    radio.addEventListener('change', choose)
  fieldset.querySelector('.clear').addEventListener('click', pad.clear)
  name.addEventListener('input', mirror)
  // When a browser returns to the page, it fills in old values after this has run.
  addEventListener('pageshow', () => {
    choose()
    mirror()
    pad.reload()
  })
  choose()
  mirror()
}

import { startPad } from './pad.js'

// A pad for two or three letters needs fewer points; src/core/agreements/fields/initials.ts refuses very many.
const mostNumbers = 6_000

/** Lets people draw initials instead of typing them. While a person types, the drawing stays but is not sent. */
export function startInitials(place) {
  const typed = document.getElementById(place.dataset.for)
  const drawing = place.querySelector('input')
  const drawn = place.querySelector('.drawn')
  const turn = place.querySelector('.turn')
  const words = { draw: turn.textContent, type: turn.dataset.type }
  const pad = startPad(place.querySelector('canvas'), drawing, mostNumbers)

  const show = (isDrawn) => {
    drawn.hidden = !isDrawn
    typed.hidden = isDrawn
    drawing.disabled = !isDrawn
    turn.textContent = isDrawn ? words.type : words.draw
    pad.reload()
  }
  turn.addEventListener('click', () => show(drawn.hidden))
  place.querySelector('.clear').addEventListener('click', pad.clear)
  place.hidden = false
  show(drawing.value !== '')
}

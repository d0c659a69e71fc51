// A pad to draw on. It keeps strokes in CSS pixels, so that the drawing does not depend on the size of the pad, the
// resolution of the screen or the orientation of the phone.
const penWidth = 2.2
const ink = '#12263a'
// Nobody draws that many points. Above this number, every second point is dropped, which nobody sees.
const mostNumbers = 30_000

/** Turns a canvas into a pad. `input` has the drawing that the form sends; the pad reads it when the page opens. */
export function startPad(canvas, input, most = mostNumbers) {
  let drawing = readDrawing(input.value)
  let stroke = null

  const draw = () => {
    const { clientWidth: width, clientHeight: height } = canvas
    if (width === 0) return
    const ratio = Math.max(devicePixelRatio, 1)
    canvas.width = Math.round(width * ratio)
    canvas.height = Math.round(height * ratio)
    const scale = scaleOf(drawing, width, height)
    const context = canvas.getContext('2d')
    context.setTransform(ratio * scale, 0, 0, ratio * scale, 0, 0)
    Object.assign(context, { lineWidth: penWidth, lineCap: 'round', lineJoin: 'round', strokeStyle: ink })
    for (const line of drawing.strokes) context.stroke(new Path2D(pathOf(line)))
  }

  const keep = () => {
    thin(drawing.strokes, most)
    input.value = drawing.strokes.length > 0 ? JSON.stringify(drawing) : ''
    input.dispatchEvent(new Event('input', { bubbles: true }))
  }

  const add = (event) => {
    const box = canvas.getBoundingClientRect()
    const { clientLeft, clientTop, clientWidth: width, clientHeight: height } = canvas
    const scale = scaleOf(drawing, width, height)
    const places = event.getCoalescedEvents?.() ?? []
    for (const { clientX, clientY } of places.length > 0 ? places : [event]) {
      const x = tenths(within(clientX - box.left - clientLeft, width) / scale)
      const y = tenths(within(clientY - box.top - clientTop, height) / scale)
      if (Math.hypot(x - stroke.at(-2), y - stroke.at(-1)) < 0.6) continue
      stroke.push(x, y)
    }
  }

  canvas.addEventListener('pointerdown', (event) => {
    if (stroke || event.button !== 0) return
    event.preventDefault()
    canvas.setPointerCapture(event.pointerId)
    const { clientWidth: width, clientHeight: height } = canvas
    const scale = scaleOf(drawing, width, height)
    // A pad that has grown since the first stroke has more room.
    const room = drawing.strokes.length > 0 ? drawing : { width: 0, height: 0 }
    drawing.width = Math.max(room.width, tenths(width / scale))
    drawing.height = Math.max(room.height, tenths(height / scale))
    stroke = Object.assign([], { pointer: event.pointerId })
    drawing.strokes.push(stroke)
    add(event)
    draw()
  })
  canvas.addEventListener('pointermove', (event) => {
    if (stroke?.pointer !== event.pointerId) return
    add(event)
    draw()
  })
  // If a turn of the phone ends a stroke, the drawn part stays.
  for (const end of ['pointerup', 'pointercancel', 'lostpointercapture'])
    canvas.addEventListener(end, (event) => {
      if (stroke?.pointer !== event.pointerId) return
      stroke = null
      keep()
    })
  // A phone scrolls its page under a finger unless this prevents it.
  canvas.addEventListener('touchmove', (event) => event.preventDefault(), { passive: false })
  new ResizeObserver(draw).observe(canvas)
  addEventListener('resize', draw)
  draw()

  return {
    clear() {
      drawing = readDrawing('')
      keep()
      draw()
    },
    /** Shows the present drawing of the input. */
    reload() {
      drawing = readDrawing(input.value)
      draw()
    },
  }
}

function readDrawing(text) {
  try {
    const { width, height, strokes } = JSON.parse(text)
    if (width > 0 && height > 0 && strokes.every(Array.isArray)) return { width, height, strokes }
  } catch {
    // An invalid value leaves the pad empty.
  }
  return { width: 0, height: 0, strokes: [] }
}

/** A drawing shrinks to fit a smaller pad, and never grows. */
function scaleOf({ width, height, strokes }, padWidth, padHeight) {
  return strokes.length > 0 ? Math.min(padWidth / width, padHeight / height, 1) : 1
}

/** A stroke as a path; src/writing/drawing.ts draws the same path in the finished document. */
function pathOf(line) {
  if (line.length < 4) return `M${line[0]} ${line[1]}h.01`
  let path = `M${line[0]} ${line[1]}`
  for (let at = 2; at < line.length - 2; at += 2)
    path += `Q${line[at]} ${line[at + 1]} ${(line[at] + line[at + 2]) / 2} ${(line[at + 1] + line[at + 3]) / 2}`
  return `${path}L${line.at(-2)} ${line.at(-1)}`
}

function thin(strokes, most) {
  if (strokes.reduce((sum, line) => sum + line.length, 0) <= most) return
  strokes.forEach((line, index) => {
    strokes[index] = line.filter((_, at) => at % 4 < 2 || at >= line.length - 2)
  })
}

function within(value, most) {
  return Math.min(Math.max(value, 0), most)
}

function tenths(value) {
  return Math.round(value * 10) / 10
}

import type { Case } from './result.ts'
import { median, summarize } from './result.ts'

const [width, labels, bar, gap] = [760, 16, 18, 54]

/** Draws the cases as SVG: two bars for each, ours above the peer's, with a dot for every sample. */
export function drawPlot(name: string, cases: Case[]): string {
  const height = 60 + cases.length * (2 * bar + gap)
  const groups = cases.map((one, index) => drawCase(one, 56 + index * (2 * bar + gap)))
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="sans-serif" font-size="13">
<rect width="100%" height="100%" fill="#fff"/>
<text x="${labels}" y="26" font-size="16" font-weight="bold">${encodeText(name)}</text>
${groups.join('\n')}
</svg>
`
}

function drawCase(one: Case, top: number): string {
  const scale = (width - 180) / Math.max(...one.ours, ...one.peer)
  const { ratio } = summarize(one)
  return [
    `<text x="${labels}" y="${top}">${encodeText(one.case)} (${encodeText(one.unit)}, ${one.better} is better, ratio ${ratio})</text>`,
    drawBar('ours', one.ours, scale, top + 8, '#1c5d99'),
    drawBar('peer', one.peer, scale, top + 10 + bar, '#9aa5b1'),
  ].join('\n')
}

function drawBar(label: string, samples: number[], scale: number, y: number, colour: string): string {
  const middle = median(samples)
  const left = labels + 44
  const dots = samples.map(
    (sample) =>
      `<circle cx="${round(left + sample * scale)}" cy="${y + bar / 2}" r="3" fill="#111" fill-opacity="0.5"/>`,
  )
  return [
    `<text x="${labels}" y="${y + 13}">${label}</text>`,
    `<rect x="${left}" y="${y}" width="${round(middle * scale)}" height="${bar}" fill="${colour}"/>`,
    ...dots,
    `<text x="${round(left + Math.max(...samples) * scale) + 8}" y="${y + 13}">${middle.toPrecision(3)}</text>`,
  ].join('')
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

function encodeText(text: string): string {
  return text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

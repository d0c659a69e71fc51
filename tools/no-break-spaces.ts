import { readdirSync } from 'node:fs'

const noBreak = '\u00a0'
const folders = ['src/texts/fr', 'web/texts/fr', 'verifier/words/fr']

/** The files of French texts, by their paths from the root. */
export function frenchFiles(root: URL): string[] {
  return folders.flatMap((folder) =>
    readdirSync(new URL(folder, root))
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map((name) => `${folder}/${name}`),
  )
}

/** A source whose texts have no-break spaces before : ; ? ! » and after «, as French is written. */
export function breakNowhere(source: string): string {
  return partsOf(source)
    .map(({ text, isText }) => (isText ? mendText(text) : text))
    .join('')
}

// A colon without a space is no French one: 12:00, https://, {{signature:driver}}, or the name of a header.
function mendText(text: string): string {
  return text
    .replaceAll(/ +(?=[:;?!»])/g, noBreak)
    .replaceAll(/(?<=«) +/g, noBreak)
    .replaceAll(/(?<=[\p{L}\d)\]%…’])(?=[;?!](?:[\s).]|$))/gu, noBreak)
    .replaceAll(/(?<=\s\p{Ll}+)(?=:(?:\s|$))/gu, noBreak)
    .replaceAll(/(?<=[^\s«])(?=»)/g, noBreak)
    .replaceAll(/(?<=«)(?=[^\s»])/g, noBreak)
}

type Part = { text: string; isText: boolean }

/** The parts of a source: its texts (strings, and templates outside of their expressions), and the rest. */
function partsOf(source: string): Part[] {
  const parts: Part[] = []
  // The end of the innermost text; a brace for an expression inside a template.
  const open: string[] = []
  let from = 0
  const cut = (to: number, isText: boolean) => {
    parts.push({ text: source.slice(from, to), isText })
    from = to
  }
  for (let at = 0; at < source.length; at += 1) {
    const [letter = '', end] = [source[at], open.at(-1)]
    const isText = end !== undefined && end !== '}'
    if (isText && letter === '\\') at += 1
    else if (isText && letter === end) {
      cut(at, true)
      open.pop()
    } else if (end === '`' && source.startsWith('${', at)) {
      cut(at, true)
      at += 1
      open.push('}')
    } else if (!isText && letter === '/' && source[at + 1] === '/') at = ending(source, '\n', at)
    else if (!isText && source.startsWith('/*', at)) at = ending(source, '*/', at)
    else if (!isText && (letter === "'" || letter === '"' || letter === '`')) {
      cut(at + 1, false)
      open.push(letter)
    } else if (end === '}' && letter === '{') open.push('}')
    else if (end === '}' && letter === '}') open.pop()
  }
  cut(source.length, false)
  return parts
}

/** The end of the comment that begins at this position. */
function ending(source: string, mark: string, from: number): number {
  const at = source.indexOf(mark, from)
  return at < 0 ? source.length : at + mark.length - 1
}

type Comment = { line: number; said: string[] }

const riddles = [
  /\bthat there (?:is|are|was|were)\b/,
  /(?:^|[.:;] )(?:Whoever|Whatever|Wherever|Whichever)\b/,
  /\b(?:what stands|stands how)\b/i,
  /\bso many\b(?!.*\bthat\b)/i,
  /\b(?:none given|unless said)\b/,
  /\blets? (?:read|see|write)\b/i,
]

/** The lines at which comments with more than three lines of text begin, in TypeScript or SQL. */
export function findLongComments(text: string): number[] {
  return readComments(text).flatMap(({ line, said }) => (said.length > 3 ? [line] : []))
}

/** The lines at which comments begin that hide a subject or a noun behind one of these phrases. */
export function findRiddles(text: string): number[] {
  return readComments(text).flatMap(({ line, said }) => (riddles.some((one) => one.test(said.join(' '))) ? [line] : []))
}

function readComments(text: string): Comment[] {
  const lines = text.split('\n')
  const at = (line: number) => lines[line]?.trimStart() ?? ''
  const found: Comment[] = []
  for (let line = 0; line < lines.length; line += 1) {
    const mark = ['/**', '//', '--'].find((mark) => at(line).startsWith(mark))
    if (!mark) continue
    const begins = line
    if (mark === '/**') while (line < lines.length && !at(line).includes('*/')) line += 1
    else while (at(line + 1).startsWith(mark)) line += 1
    const said = lines.slice(begins, line + 1).map((one) => one.replace(/^[\s/*-]+|[\s/*-]+$/g, ''))
    found.push({ line: begins + 1, said: said.filter(Boolean) })
  }
  return found
}

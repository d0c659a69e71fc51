/** The lines at which comments with more than three lines of text begin, in TypeScript or SQL. */
export function findLongComments(text: string): number[] {
  const lines = text.split('\n')
  const at = (line: number) => lines[line]?.trimStart() ?? ''
  const found: number[] = []
  for (let line = 0; line < lines.length; line += 1) {
    const mark = ['/**', '//', '--'].find((mark) => at(line).startsWith(mark))
    if (!mark) continue
    const begins = line
    if (mark === '/**') while (line < lines.length && !at(line).includes('*/')) line += 1
    else while (at(line + 1).startsWith(mark)) line += 1
    const said = lines.slice(begins, line + 1).filter((one) => /[^\s/*-]/.test(one))
    if (said.length > 3) found.push(begins + 1)
  }
  return found
}

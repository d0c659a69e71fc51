import { MAX_LINES, MAX_MARKS, refuse } from './model.ts'

// What the parser has to look at more than once. Of what is drawn as a line (____, ****) only its beginning counts.
const MARK = /\[|\]|\\|&|<|(?<!\*)\*|(?<!_)_|(?<!~)~|(?<!`)`|\n/g

/**
 * Refuses a text that is made of marks rather than words: the work of the parser grows with those, not with the letters.
 * @throws {DocumentError} more marks of Markdown, or lines, than a text for people has
 */
export function refuseManyMarks(source: string): void {
  let marks = 0
  let lines = 1
  for (const [mark] of source.matchAll(MARK)) {
    if (mark === '\n') lines += 1
    else marks += 1
    if (marks > MAX_MARKS) throw refuse('document_marks', { line: lines, most: MAX_MARKS })
    if (lines > MAX_LINES) throw refuse('document_lines', { line: lines, most: MAX_LINES })
  }
}

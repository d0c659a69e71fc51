import { MAX_LINES, MAX_MARKS, refuse } from './model.ts'

// A character that the parser may look at more than once. Of a drawn line (____, ****) only the first one counts.
const MARK = /\[|\]|\\|&|<|(?<!\*)\*|(?<!_)_|(?<!~)~|(?<!`)`|\n/g

/**
 * Refuses a text with more Markdown characters or lines than a readable text has, because the parser's work grows with
 * them.
 * Throws a DocumentError.
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

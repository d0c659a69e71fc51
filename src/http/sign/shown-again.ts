/** How many characters of a page what was entered may take: the largest drawing that is one fits, with its words. */
const most = 500_000

type Form = Record<string, string>

/**
 * What of a form is shown again with what is wrong in it: all that people enter, and as much as fits of what they do not. A
 * refusal is never larger than what was refused, whatever a stranger sends.
 */
export function shownAgain(form: Form): Form {
  let left = most
  const kept = Object.entries(form).filter(([name, value]) => {
    left -= lengthInPage(name) + lengthInPage(value)
    return left >= 0
  })
  return Object.fromEntries(kept)
}

/** The same without a drawing that was refused as it is: it has to be drawn again. */
export function withoutDrawing({ signature_drawing: _, ...form }: Form): Form {
  return form
}

// What is escaped takes five characters more or less.
function lengthInPage(text: string): number {
  return text.length + 4 * (text.match(/[&<>"'`]/g)?.length ?? 0)
}

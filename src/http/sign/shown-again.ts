/** The most characters of values to show again. The largest valid drawing and its texts fit. */
const most = 500_000

type Form = Readonly<Record<string, string>>

/**
 * The values of a form to show again with their faults: all that people enter, and other members as far as they fit. A
 * refusal is never larger than the refused form.
 */
export function shownAgain(form: Form): Form {
  let left = most
  const kept = Object.entries(form).filter(([name, value]) => {
    left -= lengthInPage(name) + lengthInPage(value)
    return left >= 0
  })
  return Object.fromEntries(kept)
}

/** The same values without a refused drawing, because the signer must draw it again. */
export function withoutDrawing({ signature_drawing: _, ...form }: Form): Form {
  return form
}

// An escaped letter takes up to five more.
function lengthInPage(text: string): number {
  return text.length + 4 * (text.match(/[&<>"'`]/g)?.length ?? 0)
}

/**
 * Arabic letters change shape with their neighbours. The PDF library maps characters to glyphs one by one, so the
 * shape is chosen here, by Unicode's presentation forms, which stand in the order isolated, final, initial, medial.
 */
type Forms = { isolated: string; final: string; initial?: string; medial?: string }

const ARABIC = /[\u0620-\u06ff]/
const MARK = /\p{Mn}/u
const LAM = '\u0644'
const formsOf = collectForms()

function collectForms(): Map<string, Forms> {
  const found = new Map<string, string[]>()
  for (let code = 0xfb50; code <= 0xfefc; code++) {
    const form = String.fromCodePoint(code)
    const letters = form.normalize('NFKC')
    const single = letters.length === 1
    const lamAlef = letters.length === 2 && letters.startsWith(LAM) && code >= 0xfef5
    if (letters !== form && ARABIC.test(letters) && (single || lamAlef)) {
      found.set(letters, [...(found.get(letters) ?? []), form])
    }
  }
  const forms = new Map<string, Forms>()
  for (const [letters, [isolated, final, initial, medial]] of found) {
    if (!isolated || !final) continue
    forms.set(letters, { isolated, final, ...(initial && { initial }), ...(medial && { medial }) })
  }
  return forms
}

/** Replaces Arabic letters by the forms they take in their word; other text passes unchanged. */
export function shapeArabic(text: string): string {
  if (!ARABIC.test(text)) return text
  const letters = [...text]
  let shaped = ''
  let joinsBefore = false
  for (let index = 0; index < letters.length; index++) {
    const letter = letters[index] ?? ''
    if (MARK.test(letter)) {
      shaped += letter
      continue
    }
    let after = nextLetter(letters, index)
    let forms = formsOf.get(letter)
    const ligature = letter === LAM && after === index + 1 ? formsOf.get(LAM + letters[after]) : undefined
    if (ligature) {
      forms = ligature
      index = after
      after = nextLetter(letters, index)
    }
    const joinsAfter = forms?.initial !== undefined && canJoinBefore(letters[after])
    shaped += forms ? pickForm(forms, joinsBefore, joinsAfter) : letter
    joinsBefore = joinsAfter || letter === '\u0640'
  }
  return shaped
}

function nextLetter(letters: string[], index: number): number {
  let after = index + 1
  while (MARK.test(letters[after] ?? '')) after++
  return after
}

const canJoinBefore = (letter = '') => letter === '\u0640' || formsOf.has(letter)

function pickForm(forms: Forms, before: boolean, after: boolean): string {
  if (before && after) return forms.medial ?? forms.final
  if (before) return forms.final
  return after ? (forms.initial ?? forms.isolated) : forms.isolated
}

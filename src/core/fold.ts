const [finalSigma, sigma] = [/\u03c2/g, '\u03c3']
const [dottedI, dotlessI] = [/i\u0307/g, /\u0131/g]

/**
 * A text as searches compare it: normalized (NFKC) and with all differences of case folded. What is alike here is alike
 * to fold_text of the database, which says what becomes of single letters.
 */
export function foldText(text: string): string {
  const cased = text.normalize('NFKC').toLowerCase().toUpperCase().toLowerCase().replaceAll(finalSigma, sigma)
  return cased.normalize('NFKC').replaceAll(dottedI, 'i').replaceAll(dotlessI, 'i')
}

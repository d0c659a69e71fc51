const [finalSigma, sigma] = [/\u03c2/g, '\u03c3']
const [dottedI, dotlessI] = [/i\u0307/g, /\u0131/g]

/**
 * A text for comparison in searches: normalized (NFKC) and without differences of case. The SQL function fold_text
 * gives equal results for equal texts.
 */
export function foldText(text: string): string {
  const cased = text.normalize('NFKC').toLowerCase().toUpperCase().toLowerCase().replaceAll(finalSigma, sigma)
  return cased.normalize('NFKC').replaceAll(dottedI, 'i').replaceAll(dotlessI, 'i')
}

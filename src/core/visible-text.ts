// Some letters and symbols look like nothing although Unicode calls them neither space nor format: the empty cell of
// Braille, the notehead that is not drawn, hieroglyphs of empty space, and the place of an object that is not there.
const inked = /[^\p{Z}\p{C}\p{M}\p{Default_Ignorable_Code_Point}\u2800\ufffc\u{1d159}\u{13441}\u{13442}]/u

/**
 * Whether anything of a text can be seen: a character that is no space, no control or format character, no filler, and
 * no combining mark without a letter to stand on. A text of which nothing can be seen is empty.
 */
export function isVisible(text: string): boolean {
  return inked.test(text)
}

// Letters and symbols that look empty although Unicode calls them neither space nor format: the empty Braille cell, the
// undrawn notehead, empty hieroglyphs, and the object replacement character.
const inked = /[^\p{Z}\p{C}\p{M}\p{Default_Ignorable_Code_Point}\u2800\ufffc\u{1d159}\u{13441}\u{13442}]/u

/**
 * Whether a text has anything visible: a character that is not a space, a control or format character, a filler, or a
 * combining mark without a letter.
 */
export function isVisible(text: string): boolean {
  return inked.test(text)
}

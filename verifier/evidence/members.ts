/**
 * Whether no object of a JSON text has a member twice: of those, readers take one or the other. `value` is what the text was parsed
 * to. Outside of texts each colon is one member.
 */
export function isEachMemberOnce(text: string, value: unknown): boolean {
  return countColons(text) === countMembers(value)
}

function countColons(text: string): number {
  let [count, isInText] = [0, false]
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]
    if (isInText && letter === '\\') at += 1
    else if (letter === '"') isInText = !isInText
    else if (!isInText && letter === ':') count += 1
  }
  return count
}

function countMembers(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  const kids = Object.values(value)
  const own = Array.isArray(value) ? 0 : kids.length
  return kids.reduce<number>((sum, one) => sum + countMembers(one), own)
}

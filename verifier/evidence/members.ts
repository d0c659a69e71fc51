/**
 * Whether no object of a JSON text has a repeated member, because readers would take different ones. `value` is the
 * parsed text. Outside of strings, each colon belongs to one member.
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

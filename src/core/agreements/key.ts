export const longestKey = 50
const pattern = new RegExp(`^[a-z][a-z0-9_]{0,${longestKey - 1}}$`)

/** Whether a text can be the key of a field or a role. */
export function isKey(text: string): boolean {
  return pattern.test(text)
}

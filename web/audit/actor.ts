/** A member of who did something, where it is a text: what was said of an erased person is no text any more. */
export function textOf(actor: Record<string, unknown>, name: string): string | null {
  const value = actor[name]
  return typeof value === 'string' && value !== '' ? value : null
}

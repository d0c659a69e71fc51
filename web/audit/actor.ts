/** A member of an actor as text. The member of an erased person is not a text any more. */
export function textOf(actor: Record<string, unknown>, name: string): string | null {
  const value = actor[name]
  return typeof value === 'string' && value !== '' ? value : null
}

/** A member of an actor as text; of an erased person it is no text any more. */
export function textOf(actor: Record<string, unknown>, name: string): string | null {
  const value = actor[name]
  return typeof value === 'string' && value !== '' ? value : null
}

/** An undo: the words of the button, and its action. */
export type Undo = { label: string; act(): void }

/** Shows for a few seconds what was done, with an undo. The code of the notice is loaded at the first one. */
export async function tell(message: string, undo?: Undo): Promise<void> {
  const { showNotice } = await import('./notices.tsx')
  showNotice(message, undo)
}

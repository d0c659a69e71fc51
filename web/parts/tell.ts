/** An undo: the words of the button, and its action. */
export type Undo = { label: string; act(): void }

/** Shows a failure until it is closed, with the id of the request to copy. */
export async function tellTrouble(message: string, requestId: string | null): Promise<void> {
  const { showTrouble } = await import('./notices.tsx')
  showTrouble(message, requestId)
}

/** Shows a finished action for a few seconds, with an undo. The code of the notice loads with the first notice. */
export async function tell(message: string, undo?: Undo): Promise<void> {
  const { showNotice } = await import('./notices.tsx')
  showNotice(message, undo)
}

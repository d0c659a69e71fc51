/** A way back from what was told: the words of the button, and what it does. */
export type Undo = { label: string; act(): void }

/** Tells the person for a few seconds what was done, and offers to take it back. What shows it is loaded the first time. */
export async function tell(message: string, undo?: Undo): Promise<void> {
  const { showNotice } = await import('./notices.tsx')
  showNotice(message, undo)
}

type Asker = () => Promise<boolean>

let running: Promise<boolean> | null = null

/** Asks the person to confirm their identity. Returns whether they did. Simultaneous requests share one dialog. */
export function confirmIdentity(): Promise<boolean> {
  running ??= askNow().finally(() => {
    running = null
  })
  return running
}

const askNow: Asker = async () => {
  const { askForPassword } = await import('../parts/password-prompt.tsx')
  return askForPassword()
}

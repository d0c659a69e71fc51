type Asker = () => Promise<boolean>

let running: Promise<boolean> | null = null

/** Asks the person to confirm who they are. Answers whether they did. Requests at the same time share one dialog. */
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

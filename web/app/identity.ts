type Asker = () => Promise<boolean>

let running: Promise<boolean> | null = null

/** Asks the person to show once more that it is them. Answers whether they did. Of many who ask at once, one does. */
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

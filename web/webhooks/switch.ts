import { useWords } from '../app/language.tsx'
import { tell } from '../parts/tell.ts'
import { parts as partsEn } from '../texts/en/parts.ts'
import { webhooks as en } from '../texts/en/webhooks.ts'
import { parts as partsFr } from '../texts/fr/parts.ts'
import { webhooks as fr } from '../texts/fr/webhooks.ts'
import { useSwitch, type Webhook } from './data.ts'

/** Turns a webhook on or off at once, and offers to undo it. */
export function useSwitchWithUndo(): (webhook: Webhook) => void {
  const say = useWords({ en, fr })
  const { undo } = useWords({ en: partsEn, fr: partsFr })
  const { mutate } = useSwitch()
  const set = (id: string, on: boolean, onSuccess: () => void) =>
    mutate({ id, on }, { onSuccess, onError: ({ message }) => void tell(message) })
  return ({ id, attributes }) => {
    const on = !attributes.serviceStatus
    const done = on ? say.switchedOn : say.switchedOff
    set(id, on, () => void tell(done, { label: undo, act: () => set(id, !on, () => {}) }))
  }
}

import { useWords } from '../app/language.tsx'
import { useDoAtOnce } from '../parts/do-at-once.ts'
import { webhooks as en } from '../texts/en/webhooks.ts'
import { webhooks as fr } from '../texts/fr/webhooks.ts'
import { useSwitch, type Webhook } from './data.ts'

/** Turns a webhook on or off at once, and offers to undo it. */
export function useSwitchWithUndo(): (webhook: Webhook) => void {
  const say = useWords({ en, fr })
  const doAtOnce = useDoAtOnce()
  const { mutateAsync } = useSwitch()
  return ({ id, attributes }) => {
    const on = !attributes.serviceStatus
    const done = on ? say.switchedOn : say.switchedOff
    const undo = () => mutateAsync({ id, on: !on })
    void doAtOnce({ act: () => mutateAsync({ id, on }), done, undo })
  }
}

import { Alert, Button, Group, Text } from '@mantine/core'
import { useWords } from '../app/language.tsx'
import { Time } from '../parts/time.tsx'
import { webhooks as en } from '../texts/en/webhooks.ts'
import { webhooks as fr } from '../texts/fr/webhooks.ts'
import { conditionOf } from './condition.ts'
import type { Webhook } from './data.ts'
import { Progress } from './recovery/progress.tsx'
import { useSayReason } from './say-reason.ts'
import { useSwitchWithUndo } from './switch.ts'

/** The trouble of a webhook: the fault, its cause and its solution. It also shows the progress of a recovery. */
export function Trouble({ of: webhook, mayWrite }: { of: Webhook; mayWrite: boolean }) {
  const say = useWords({ en, fr })
  const onSwitch = useSwitchWithUndo()
  const condition = conditionOf(webhook.attributes)
  const sayReason = useSayReason()
  const { lastError, lastErrorSentence, restsUntil, waiting } = webhook.attributes
  const isWell = condition === 'well' || condition === 'untried'
  return (
    <>
      {!isWell && (
        <Alert
          color={condition === 'off' ? 'gray' : 'red'}
          title={say.conditions[condition]}
          mb="md"
          role={condition === 'off' ? 'status' : 'alert'}
        >
          <Text size="sm">{say.because[condition]}</Text>
          {lastError !== null && condition !== 'off' && (
            <Text size="sm" mt="xs" component="div">
              {say.newest} {sayReason(lastErrorSentence, lastError)}
            </Text>
          )}
          <Group mt="xs" gap="md">
            {waiting > 0 && <Text size="sm">{say.waitingLong(waiting)}</Text>}
            {restsUntil !== null && (
              <Text size="sm" component="div">
                {say.rests} {Date.parse(restsUntil) - Date.now() < 60_000 ? say.soon : <Time at={restsUntil} />}
              </Text>
            )}
            {mayWrite && condition !== 'failing' && (
              <Button size="compact-sm" variant="default" onClick={() => onSwitch(webhook)}>
                {say.switchOn}
              </Button>
            )}
          </Group>
        </Alert>
      )}
      <Progress of={webhook} mayWrite={mayWrite} />
    </>
  )
}

import { Progress as Bar, Button, CloseButton, Group, Paper, Text } from '@mantine/core'
import { useState } from 'react'
import { useChange } from '../../app/api.ts'
import { useLanguage, useWords } from '../../app/language.tsx'
import { useNow } from '../../parts/clock.ts'
import { ErrorNote } from '../../parts/error-note.tsx'
import { webhookLog as en } from '../../texts/en/webhook-log.ts'
import { webhookLog as fr } from '../../texts/fr/webhook-log.ts'
import type { Webhook } from '../data.ts'
import { type Recovery, useNewestRecovery } from './data.ts'

/** The time for which a finished recovery is shown. */
const toldMs = 600_000

/** The progress of the newest recovery, with a button to stop it. A finished recovery is shown for a while. */
export function Progress({ of: { id }, mayWrite }: { of: Webhook; mayWrite: boolean }) {
  const recovery = useNewestRecovery(id)
  const [hidden, setHidden] = useState<string | null>(null)
  const now = useNow()
  if (recovery === null || recovery.id === hidden) return null
  const { state, finishedAt } = recovery.attributes
  if (state === 'running') return <Running of={recovery} mayWrite={mayWrite} />
  if (finishedAt === null || now - Date.parse(finishedAt) > toldMs) return null
  return <Ended of={recovery} onHide={() => setHidden(recovery.id)} />
}

function Running({ of: { id, attributes }, mayWrite }: { of: Recovery; mayWrite: boolean }) {
  const say = useWords({ en, fr }).recovery
  const { language } = useLanguage()
  const stop = useChange(['recoveries'], (api) => api.update('recoveries', id, { isCancelled: true }))
  const { reopened, total } = attributes
  const [done, all] = [reopened, total].map((count) => count.toLocaleString(language))
  return (
    <Paper withBorder p="md" mb="md">
      <Group justify="space-between" mb="xs">
        <div>
          <Text fw={600}>{say.running[attributes.scope]}</Text>
          <Text size="sm" role="status">
            {say.progress(done ?? '', all ?? '')}
          </Text>
        </div>
        {mayWrite && (
          <Button variant="default" size="xs" loading={stop.isPending} onClick={() => stop.mutate(undefined)}>
            {say.stop}
          </Button>
        )}
      </Group>
      <Bar value={total === 0 ? 100 : (reopened / total) * 100} aria-label={say.running[attributes.scope]} />
      <ErrorNote error={stop.error} />
    </Paper>
  )
}

function Ended({ of: { attributes }, onHide }: { of: Recovery; onHide(): void }) {
  const say = useWords({ en, fr }).recovery
  const { language } = useLanguage()
  const { state, reopened, total } = attributes
  const told =
    state === 'done'
      ? say.done(reopened)
      : say.cancelled(reopened.toLocaleString(language), total.toLocaleString(language))
  return (
    <Paper withBorder px="md" py="xs" mb="md">
      <Group justify="space-between">
        <Text size="sm" role="status">
          {told}
        </Text>
        <CloseButton aria-label={say.dismiss} onClick={onHide} />
      </Group>
    </Paper>
  )
}

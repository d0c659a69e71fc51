import { Button, Group } from '@mantine/core'
import { useChange } from '../app/api.ts'
import { useTellFailure } from '../parts/error-note.tsx'
import { saveFile } from '../parts/save-file.ts'
import { tell } from '../parts/tell.ts'
import type { bulkSends } from '../texts/en/bulk-sends.ts'
import { type BulkSend, stateOf } from './columns.tsx'

type Props = { of: BulkSend; say: typeof bulkSends; mayWrite: boolean }

/** The actions on a bulk send: stop it, continue it, withdraw it, or save its result. */
export function Actions({ of: send, say, mayWrite }: Props) {
  const onError = useTellFailure()
  const set = useChange(['bulk-sends', 'submissions'], (api, isStopped: boolean) =>
    api.update('bulk-sends', send.id, { isStopped }),
  )
  const remove = useChange(['bulk-sends'], (api) => api.remove('bulk-sends', send.id))
  const download = useChange([], async (api) =>
    saveFile(await api.download('bulk-sends', send.id, 'result'), `${send.id}.csv`),
  )
  const state = stateOf(send)
  const onRemove = () => remove.mutate(undefined, { onError, onSuccess: () => void tell(say.removed) })
  return (
    <Group gap="xs">
      {mayWrite && state === 'running' && (
        <Button
          variant="default"
          size="compact-sm"
          loading={set.isPending}
          onClick={() => set.mutate(true, { onError })}
        >
          {say.stop}
        </Button>
      )}
      {mayWrite && (state === 'stopped' || state === 'waiting') && (
        <Button
          variant="default"
          size="compact-sm"
          loading={set.isPending}
          onClick={() => set.mutate(false, { onError })}
        >
          {state === 'waiting' ? say.start : say.go}
        </Button>
      )}
      {mayWrite && state === 'waiting' && (
        <Button variant="default" size="compact-sm" loading={remove.isPending} onClick={onRemove}>
          {say.remove}
        </Button>
      )}
      {send.attributes.made > 0 && (
        <Button
          variant="default"
          size="compact-sm"
          loading={download.isPending}
          onClick={() => download.mutate(undefined, { onError })}
        >
          {say.result}
        </Button>
      )}
    </Group>
  )
}

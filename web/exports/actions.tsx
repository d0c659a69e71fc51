import { Button } from '@mantine/core'
import { useChange } from '../app/api.ts'
import { useTellFailure } from '../parts/error-note.tsx'
import { fileNameOf, saveExport } from '../parts/save-export.ts'
import { tell } from '../parts/tell.ts'
import type { exports } from '../texts/en/exports.ts'
import type { Export } from './columns.tsx'

/** The actions on an export: save its file, stop it, or delete it. */
export function Actions({ of, say }: { of: Export; say: typeof exports }) {
  const onError = useTellFailure()
  const isRunning = of.attributes.state === 'running'
  const save = useChange([], () => saveExport(of))
  const remove = useChange(['exports'], (api) => api.remove('exports', of.id))
  const onRemoved = () => void tell(isRunning ? say.stopped : say.removed)
  return (
    <>
      {of.attributes.state === 'done' && (
        <Button
          variant="default"
          size="compact-sm"
          loading={save.isPending}
          onClick={() => save.mutate(undefined, { onError, onSuccess: () => void tell(say.saved(fileNameOf(of))) })}
        >
          {say.save}
        </Button>
      )}
      <Button
        variant="default"
        size="compact-sm"
        loading={remove.isPending}
        onClick={() => remove.mutate(undefined, { onError, onSuccess: onRemoved })}
      >
        {isRunning ? say.stop : say.remove}
      </Button>
    </>
  )
}

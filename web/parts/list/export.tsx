import { Button, Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { asClient, JsonApiError, type Query, queryClient, searchOf, type Type, useChange } from '../../app/api.ts'
import { useLanguage, useWords } from '../../app/language.tsx'
import { exports as en } from '../../texts/en/exports.ts'
import { parts as enParts } from '../../texts/en/parts.ts'
import { exports as fr } from '../../texts/fr/exports.ts'
import { parts as frParts } from '../../texts/fr/parts.ts'
import { ErrorNote } from '../error-note.tsx'
import { fileNameOf, saveExport } from '../save-export.ts'
import { tell } from '../tell.ts'

type Props<T extends Type> = { type: T; query: Pick<Query<T>, 'filter' | 'sort'> }

/** Writes the filtered and sorted list to a kept file, with its progress and a button to stop, and saves the file. */
export function ExportList<T extends Type>({ type, query }: Props<T>) {
  const say = useWords({ en: enParts, fr: frParts }).exports
  const [running, setRunning] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  const create = useChange(['exports'], (api, format: 'csv' | 'ndjson') =>
    api.create('exports', { list: type, format, query: searchOf(query) }),
  )
  const start = (format: 'csv' | 'ndjson') => {
    setError(null)
    create.mutate(format, { onError: setError, onSuccess: ({ data }) => setRunning(data.id) })
  }
  const end = (failure?: unknown) => {
    setRunning(null)
    setError(failure ?? null)
  }
  if (running !== null) return <Running id={running} onEnd={end} />
  return (
    <>
      <Group gap="xs">
        {(['csv', 'ndjson'] as const).map((format) => (
          <Button
            key={format}
            variant="default"
            loading={create.isPending && create.variables === format}
            disabled={create.isPending}
            onClick={() => start(format)}
          >
            {say.as(format.toUpperCase())}
          </Button>
        ))}
      </Group>
      <ErrorNote error={error} />
    </>
  )
}

const readAgainMs = 500

function Running({ id, onEnd }: { id: string; onEnd(failure?: unknown): void }) {
  const say = useWords({ en, fr })
  const { language } = useLanguage()
  const isSaving = useRef(false)
  const queryKey = ['exports', 'one', id, {}]
  const stop = useChange([], async (api) => {
    // A read under way would find no export any more.
    await queryClient.cancelQueries({ queryKey })
    await api.remove('exports', id)
  })
  const { data, error } = useQuery({
    enabled: stop.isIdle,
    queryKey,
    queryFn: ({ signal }) => asClient((api) => api.get('exports', id, {}, { signal })),
    refetchInterval: ({ state }) => (state.data?.data.attributes.state === 'running' ? readAgainMs : false),
  })
  const one = data?.data
  useEffect(() => {
    // The person has stopped the export on another page.
    if (error instanceof JsonApiError && error.status === 404) return onEnd()
    if (error) return onEnd(error)
    if (!one || one.attributes.state === 'running' || isSaving.current) return
    if (one.attributes.state !== 'done') {
      onEnd()
      const { troubles } = say
      return void tell(
        one.attributes.troubleCode === 'export_not_allowed' ? troubles.export_not_allowed : troubles.other,
      )
    }
    isSaving.current = true
    void saveExport(one).then(() => {
      onEnd()
      return tell(say.saved(fileNameOf(one)))
    }, onEnd)
  }, [one, error, onEnd, say])
  const { made = 0, total = null } = one?.attributes ?? {}
  return (
    <Group gap="xs">
      <Text size="sm" role="status">
        {total === null ? say.begins : say.progress(made.toLocaleString(language), total.toLocaleString(language))}
      </Text>
      <Button
        variant="default"
        size="xs"
        loading={stop.isPending}
        onClick={() => stop.mutate(undefined, { onSettled: (_, failure) => onEnd(failure) })}
      >
        {say.stop}
      </Button>
    </Group>
  )
}

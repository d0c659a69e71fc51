import { Button, Group, Text } from '@mantine/core'
import { useRef, useState } from 'react'
import { asClient, type Query, type Type } from '../../app/api.ts'
import { useLanguage, useWords } from '../../app/language.tsx'
import { parts as en } from '../../texts/en/parts.ts'
import { parts as fr } from '../../texts/fr/parts.ts'
import { ErrorNote } from '../error-note.tsx'
import { saveFile } from '../save-file.ts'

type Props<T extends Type> = { type: T; query: Pick<Query<T>, 'filter' | 'sort'> }
type State = { done: number; total: number } | null
const lineEnd = 10

/** Saves the filtered and sorted list as a file, with its progress and a way to stop. */
export function ExportList<T extends Type>({ type, query }: Props<T>) {
  const say = useWords({ en, fr }).exports
  const { language } = useLanguage()
  const [state, setState] = useState<State>(null)
  const [error, setError] = useState<unknown>(null)
  const leave = useRef<AbortController>(null)
  const start = async (format: 'csv' | 'ndjson') => {
    const stop = new AbortController()
    leave.current = stop
    setError(null)
    setState({ done: 0, total: 0 })
    try {
      const { total, body } = await asClient((api) => api.exportList(type, format, query, stop))
      saveFile(await gather(body, (done) => setState({ done, total })), `${type}.${format}`)
    } catch (failed) {
      if (!stop.signal.aborted) setError(failed)
    }
    setState(null)
  }
  if (state)
    return (
      <Group gap="xs">
        <Text size="sm" role="status">
          {say.progress(state.done.toLocaleString(language), state.total.toLocaleString(language))}
        </Text>
        <Button variant="default" size="xs" onClick={() => leave.current?.abort()}>
          {say.stop}
        </Button>
      </Group>
    )
  return (
    <>
      <Group gap="xs">
        {(['csv', 'ndjson'] as const).map((format) => (
          <Button key={format} variant="default" size="xs" onClick={() => void start(format)}>
            {say.as(format.toUpperCase())}
          </Button>
        ))}
      </Group>
      <ErrorNote error={error} />
    </>
  )
}

/** Reads a file to its end, and counts the lines that came. */
async function gather(body: ReadableStream<Uint8Array<ArrayBuffer>>, tell: (lines: number) => void): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  const reader = body.getReader()
  let lines = 0
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value)
    for (const byte of part.value) if (byte === lineEnd) lines += 1
    tell(lines)
  }
  return new Blob(parts)
}

import { Group, NativeSelect, Text } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useWords } from '../../app/language.tsx'
import { webhookLog as en } from '../../texts/en/webhook-log.ts'
import { webhookLog as fr } from '../../texts/fr/webhook-log.ts'
import type { Attempt } from './attempt.tsx'
import { showBody } from './show.ts'

const Difference = lazy(() =>
  import('../../agreements/editor/difference.tsx').then((it) => ({ default: it.Difference })),
)

/** The differences between the answers to two requests. `attempts` are the newest first. */
export function CompareAnswers({ attempts }: { attempts: readonly Attempt[] }) {
  const say = useWords({ en, fr }).compare
  const answered = attempts.filter(({ attributes }) => attributes.httpStatus !== null)
  const [chosen, choose] = useState({ before: '', after: '' })
  const [newest, older] = answered
  if (!newest || !older) return null
  const textOf = (id: string, usual: Attempt) => writeAnswer(answered.find((one) => one.id === id) ?? usual)
  const choices = answered.map(({ id, attributes: { number, httpStatus } }) => ({
    value: id,
    label: say.choice(number, httpStatus ?? 0),
  }))
  const [before, after] = [textOf(chosen.before, older), textOf(chosen.after, newest)]
  return (
    <details>
      <summary>{say.title}</summary>
      <Group grow my="sm">
        <NativeSelect
          label={say.before}
          data={choices}
          value={chosen.before || older.id}
          onChange={(event) => choose({ ...chosen, before: event.currentTarget.value })}
        />
        <NativeSelect
          label={say.after}
          data={choices}
          value={chosen.after || newest.id}
          onChange={(event) => choose({ ...chosen, after: event.currentTarget.value })}
        />
      </Group>
      {before === after ? (
        <Text size="sm">{say.same}</Text>
      ) : (
        <Suspense>
          <Difference key={`${before} ${after}`} before={before} after={after} labels={[say.before, say.after]} />
        </Suspense>
      )}
    </details>
  )
}

/** An answer as one text: its status, its headers by name, its body. */
function writeAnswer({ attributes: { httpStatus, answerHeaders, responseExcerpt } }: Attempt): string {
  const headers = Object.entries(answerHeaders ?? {}).sort(([a], [b]) => a.localeCompare(b))
  const lines = [`HTTP ${httpStatus}`, ...headers.map(([name, value]) => `${name}: ${value}`)]
  return `${lines.join('\n')}\n\n${responseExcerpt ? showBody(responseExcerpt) : ''}`
}

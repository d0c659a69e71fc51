import { Alert, Button, CopyButton, Text } from '@mantine/core'
import type { Resource } from '../../app/api.ts'
import { useResource } from '../../app/api.ts'
import { useLanguage, useWords } from '../../app/language.tsx'
import { StatusBadge } from '../../parts/status-badge.tsx'
import { Time } from '../../parts/time.tsx'
import { webhookFailures as failuresEn } from '../../texts/en/webhook-failures.ts'
import { webhookLog as en } from '../../texts/en/webhook-log.ts'
import { webhookFailures as failuresFr } from '../../texts/fr/webhook-failures.ts'
import { webhookLog as fr } from '../../texts/fr/webhook-log.ts'
import { useSayReason } from '../say-reason.ts'
import css from './attempt.module.css'
import { curlOf } from './curl.ts'
import { failureOf } from './failure.ts'
import { Body, Headers, Part } from './request-parts.tsx'
import { sayDuration } from './show.ts'

export type Attempt = Resource<'delivery-attempts'>

/** One request: its result in plain words, the action to take, and all bytes of the request and the answer. */
export function AttemptCard({ of: attempt, isOpen }: { of: Attempt; isOpen: boolean }) {
  const say = useWords({ en, fr }).attempt
  const failures = useWords({ en: failuresEn, fr: failuresFr })
  const { language } = useLanguage()
  const sayReason = useSayReason()
  const { number, httpStatus, startedAt, durationMs, outcome, error, errorSentence } = attempt.attributes
  const { what, todo } = failures[failureOf(attempt.attributes)]
  return (
    <details className={css.card} open={isOpen}>
      <summary className={css.head}>
        <span className={css.title}>{say.title(number)}</span>
        <StatusBadge tone={outcome === 'delivered' ? 'good' : 'bad'}>{httpStatus ?? what}</StatusBadge>
        <Text component="span" size="sm" c="dimmed">
          <Time at={startedAt} /> · {say.took(sayDuration(durationMs, language))}
        </Text>
      </summary>
      {outcome !== 'delivered' && (
        <Alert color="red" title={what} my="sm" role="note">
          {error && <Text size="sm">{sayReason(errorSentence, error)}</Text>}
          <Text size="sm" mt={4}>
            <strong>{say.todo}:</strong> {todo}
          </Text>
        </Alert>
      )}
      <Answer of={attempt} />
      <Request of={attempt} />
    </details>
  )
}

function Answer({ of: { attributes } }: { of: Attempt }) {
  const say = useWords({ en, fr }).attempt
  const { httpStatus, responseExcerpt, answerHeaders } = attributes
  if (httpStatus === null) return <Part title={say.response}>{say.noAnswer}</Part>
  return (
    <Part title={`${say.response} · ${httpStatus}`}>
      <Headers of={answerHeaders} />
      {responseExcerpt ? <Body of={responseExcerpt} /> : <Text size="sm">{say.empty}</Text>}
    </Part>
  )
}

function Request({ of: { attributes, relationships } }: { of: Attempt }) {
  const say = useWords({ en, fr }).attempt
  const webhook = useResource('webhooks', relationships.webhook.data?.id ?? '').data?.data
  const { requestHeaders, requestBody } = attributes
  return (
    <Part title={say.request}>
      <Headers of={requestHeaders} />
      {requestBody === null ? <Text size="sm">{say.unknown}</Text> : <Body of={requestBody} />}
      {webhook && requestHeaders !== null && requestBody !== null && (
        <CopyButton value={curlOf(webhook.attributes.destinationUrl, requestHeaders, requestBody)}>
          {({ copied, copy }) => (
            <Button mt="xs" variant="default" size="compact-sm" onClick={copy}>
              {copied ? say.copied : say.curl}
            </Button>
          )}
        </CopyButton>
      )}
    </Part>
  )
}

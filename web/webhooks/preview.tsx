import { Alert, Group, NativeSelect, Stack, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { apiVersions as versions } from '../api-keys/versions.ts'
import { asClient, type Resource } from '../app/api.ts'
import { useWords } from '../app/language.tsx'
import { useAwaited } from '../parts/awaited.ts'
import { useAddressWords } from '../parts/list/search.ts'
import { Loaded } from '../parts/loaded.tsx'
import { eventTypes as kindsEn } from '../texts/en/event-types.ts'
import { webhookLog as en } from '../texts/en/webhook-log.ts'
import { eventTypes as kindsFr } from '../texts/fr/event-types.ts'
import { webhookLog as fr } from '../texts/fr/webhook-log.ts'
import type { Webhook } from './data.ts'
import { eventTypes } from './event-types.ts'
import { Body, Headers, Part } from './log/request-parts.tsx'

type Shown = Resource<'webhook-previews'>

/**
 * The body that this webhook would receive for an event, in its own version or in another. The address has the choice.
 */
export function Preview({ of: webhook }: { of: Webhook }) {
  const say = useWords({ en, fr }).preview
  const kinds = useWords({ en: kindsEn, fr: kindsFr })
  const [words, change] = useAddressWords()
  const kind = eventTypes.find((one) => one === words.kind) ?? webhook.attributes.eventTypes[0] ?? 'verification'
  const own = versions.find((one) => one === webhook.attributes.apiVersion) ?? versions[0]
  const apiVersion = versions.find((one) => one === words.version) ?? own
  const asked = useAwaited(
    useQuery({
      queryKey: ['webhook-previews', webhook.id, kind, apiVersion],
      queryFn: () =>
        asClient((api) =>
          api.create(
            'webhook-previews',
            { kind, apiVersion },
            { webhook: { data: { type: 'webhooks', id: webhook.id } } },
          ),
        ),
      placeholderData: keepPreviousData,
    }),
  )
  return (
    <Stack gap="sm">
      <Text>{say.about}</Text>
      <Group>
        <NativeSelect
          label={say.kind}
          value={kind}
          data={eventTypes.map((type) => ({ value: type, label: `${type} · ${kinds[type]}` }))}
          onChange={(event) => change({ kind: event.currentTarget.value })}
        />
        <NativeSelect
          label={say.version}
          value={apiVersion}
          data={versions.map((name) => ({
            value: name,
            label: name === own ? say.own(name) : name,
          }))}
          onChange={(event) => change({ version: event.currentTarget.value })}
        />
      </Group>
      <Loaded of={asked}>{({ data }) => <Request of={data} />}</Loaded>
    </Stack>
  )
}

function Request({ of: { attributes } }: { of: Shown }) {
  const say = useWords({ en, fr })
  const { isHeard, isInvented, requestHeaders, requestBody } = attributes
  return (
    <>
      {!isHeard && <Alert color="yellow">{say.preview.unheard}</Alert>}
      <Text size="sm" c="dimmed" role="status">
        {isInvented ? say.preview.invented : say.preview.newest}
      </Text>
      <Part title={say.attempt.request} level="h2">
        <Headers of={requestHeaders} isOpen />
        <Body of={requestBody} />
      </Part>
    </>
  )
}

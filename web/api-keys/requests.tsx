import { Text } from '@mantine/core'
import { type Resource, useResources } from '../app/api.ts'
import { useWords } from '../app/language.tsx'
import { ShortTable } from '../operator/section.tsx'
import { Loaded } from '../parts/loaded.tsx'
import { SidePanel } from '../parts/side-panel.tsx'
import { StatusBadge } from '../parts/status-badge.tsx'
import { Time } from '../parts/time.tsx'
import { apiKeys as en } from '../texts/en/api-keys.ts'
import { apiKeys as fr } from '../texts/fr/api-keys.ts'

type Request = Resource<'api-requests'>

const shown = 100

/** The requests of a key, newest first, beside the list of keys. */
export function KeyRequests({ of: key, onClose }: { of: Resource<'api-keys'>; onClose(): void }) {
  const say = useWords({ en, fr }).requests
  const asked = useResources('api-requests', { filter: { apiKey: key.id }, page: { size: shown } })
  const { time, request, status, version, from, id } = say.columns
  return (
    <SidePanel title={say.title(key.attributes.name)} onClose={onClose}>
      <Text c="dimmed" size="sm" mb="md">
        {say.about(shown)}
      </Text>
      <Loaded of={asked}>
        {({ data }) =>
          data.length === 0 ? (
            <Text>{say.none}</Text>
          ) : (
            <ShortTable label={say.list} heads={[time, request, status, version, from, id]} rows={data.map(rowOf)} />
          )
        }
      </Loaded>
    </SidePanel>
  )
}

function rowOf({ id, attributes }: Request): [string, React.ReactNode[]] {
  const { occurredAt, method, path, status, apiVersion, ipAddress, request } = attributes
  return [
    id,
    [
      <Time key="time" at={occurredAt} />,
      `${method} ${path}`,
      <StatusBadge key="status" tone={status < 400 ? 'good' : status < 500 ? 'warn' : 'bad'}>
        {String(status)}
      </StatusBadge>,
      apiVersion,
      ipAddress,
      <code key="id">{request}</code>,
    ],
  ]
}

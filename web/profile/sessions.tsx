import { Button, Table, Text } from '@mantine/core'
import { type Resource, useChange, useResources } from '../app/api.ts'
import { useWords } from '../app/language.tsx'
import { ErrorNote } from '../parts/error-note.tsx'
import { Loaded } from '../parts/loaded.tsx'
import { StatusBadge } from '../parts/status-badge.tsx'
import { Time } from '../parts/time.tsx'
import { profile as en } from '../texts/en/profile.ts'
import { profile as fr } from '../texts/fr/profile.ts'
import { Section } from './section.tsx'
import { useAct } from './use-act.ts'

/** The person's sessions, each with a button to end it. */
export function Sessions() {
  const say = useWords({ en, fr }).sessions
  const asked = useResources('sessions', { page: { size: 100 } })
  const end = useChange(['sessions'], (api, id: string) => api.remove('sessions', id))
  const { act, error } = useAct((id: string) => end.mutateAsync(id))
  return (
    <Section title={say.title} about={say.about}>
      <ErrorNote error={error} />
      <Loaded of={asked}>
        {({ data }) => (
          <Table>
            <Table.Tbody>
              {data.map((session) => (
                <Row key={session.id} of={session} onEnd={() => act(session.id)} />
              ))}
            </Table.Tbody>
          </Table>
        )}
      </Loaded>
    </Section>
  )
}

function Row({ of: { attributes }, onEnd }: { of: Resource<'sessions'>; onEnd(): void }) {
  const say = useWords({ en, fr }).sessions
  const { userAgent, ipAddress, updatedAt, isCurrent } = attributes
  const browser = nameBrowser(userAgent ?? '') ?? say.unknown
  return (
    <Table.Tr>
      <Table.Td>
        {browser}
        <Text component="div" size="sm" c="dimmed">
          {ipAddress}
        </Text>
      </Table.Td>
      <Table.Td>
        <Time at={updatedAt} />
      </Table.Td>
      <Table.Td ta="right">
        {isCurrent ? (
          <StatusBadge tone="good">{say.thisOne}</StatusBadge>
        ) : (
          <Button variant="default" size="compact-sm" onClick={onEnd} aria-label={say.endOne(browser)}>
            {say.end}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  )
}

// The order matters, because most browsers name Safari too.
const known = [
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const
const systems = [
  [/Windows/, 'Windows'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
] as const

function nameBrowser(agent: string): string | null {
  const browser = known.find(([pattern]) => pattern.test(agent))?.[1]
  const system = systems.find(([pattern]) => pattern.test(agent))?.[1]
  return browser ? [browser, system].filter(Boolean).join(', ') : null
}

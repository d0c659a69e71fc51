import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { type Resource, useResources } from '../../app/api.ts'
import { useWords } from '../../app/language.tsx'
import { useSession } from '../../app/session.ts'
import { EmptyState } from '../../parts/empty-state.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { links as en } from '../../texts/en/links.ts'
import { links as fr } from '../../texts/fr/links.ts'
import { ChangeSigning } from './change-signing.tsx'
import { ChangeWays } from './change-ways.tsx'
import { CreateLink } from './create-link.tsx'
import { LinkRow } from './link-row.tsx'
import { ShareLink } from './share.tsx'

type Agreement = Resource<'agreements'>

/** The public addresses of an agreement. */
export function Links({ of: { id, attributes } }: { of: Agreement }) {
  const say = useWords({ en, fr })
  const mayWrite = useSession().may('agreements:write') && !attributes.isArchived
  const asked = useResources('agreement-links', { filter: { agreement: id }, page: { size: 100 } })
  const [isCreating, setCreating] = useState(false)
  const [changing, setChanging] = useState<Resource<'agreement-links'> | null>(null)
  const [timing, setTiming] = useState<Resource<'agreement-links'> | null>(null)
  const [sharing, setSharing] = useState<Resource<'agreement-links'> | null>(null)
  const create = mayWrite && <Button onClick={() => setCreating(true)}>{say.create}</Button>
  return (
    <>
      <Loaded of={asked}>
        {({ data }) =>
          data.length === 0 ? (
            <EmptyState title={say.empty.title} action={create}>
              {say.empty.text}
            </EmptyState>
          ) : (
            <>
              <Group justify="space-between" mb="xs">
                <Text c="dimmed" maw="40rem">
                  {say.about}
                </Text>
                {create}
              </Group>
              {data.map((link) => (
                <LinkRow
                  key={link.id}
                  say={say}
                  of={link}
                  mayWrite={mayWrite}
                  onShare={() => setSharing(link)}
                  onWays={() => setChanging(link)}
                  onSigning={() => setTiming(link)}
                />
              ))}
            </>
          )
        }
      </Loaded>
      {isCreating && (
        <CreateLink
          say={say}
          agreementId={id}
          onMade={(link) => {
            setCreating(false)
            setSharing(link)
          }}
          onClose={() => setCreating(false)}
        />
      )}
      {changing && <ChangeWays say={say} of={changing} onClose={() => setChanging(null)} />}
      {timing && (
        <ChangeSigning
          say={say}
          of={timing}
          roles={attributes.signerRoles}
          fields={attributes.fields}
          onClose={() => setTiming(null)}
        />
      )}
      {sharing && <ShareLink say={say} of={sharing} onClose={() => setSharing(null)} />}
    </>
  )
}

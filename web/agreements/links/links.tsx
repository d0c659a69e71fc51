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
type Link = Resource<'agreement-links'>
/** The link of a dialog, and the kind of the dialog. */
type Work = { of: Link; what: 'share' | 'ways' | 'signing' }

/** The public addresses of an agreement. */
export function Links({ of: { id, attributes } }: { of: Agreement }) {
  const say = useWords({ en, fr })
  const mayWrite = useSession().may('agreements:write') && !attributes.isArchived
  const asked = useResources('agreement-links', { filter: { agreement: id }, page: { size: 100 } })
  const [isCreating, setCreating] = useState(false)
  const [work, setWork] = useState<Work | null>(null)
  const begin = (of: Link, what: Work['what']) => () => setWork({ of, what })
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
                  onShare={begin(link, 'share')}
                  onWays={begin(link, 'ways')}
                  onSigning={begin(link, 'signing')}
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
            setWork({ of: link, what: 'share' })
          }}
          onClose={() => setCreating(false)}
        />
      )}
      {work && <LinkDialog say={say} {...work} agreement={attributes} onClose={() => setWork(null)} />}
    </>
  )
}

type DialogProps = Work & { say: typeof en; agreement: Agreement['attributes']; onClose(): void }

function LinkDialog({ say, of, what, agreement: { signerRoles, fields }, onClose }: DialogProps) {
  if (what === 'share') return <ShareLink say={say} of={of} onClose={onClose} />
  if (what === 'ways') return <ChangeWays say={say} of={of} onClose={onClose} />
  return <ChangeSigning say={say} of={of} roles={signerRoles} fields={fields} onClose={onClose} />
}

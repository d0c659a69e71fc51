import { Button, Menu, Text, Title } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { type Resource, useChange, useResources } from '../app/api.ts'
import { useWords } from '../app/language.tsx'
import { useSession } from '../app/session.ts'
import { useDoAtOnce } from '../parts/do-at-once.ts'
import { StatusBadge } from '../parts/status-badge.tsx'
import { Time } from '../parts/time.tsx'
import { members as en } from '../texts/en/members.ts'
import { members as fr } from '../texts/fr/members.ts'
import css from './members.module.css'

const ShownLink = lazy(() => import('./shown-link.tsx').then(({ ShownLink }) => ({ default: ShownLink })))

/** The open invitations. */
export function Invitations({ mayWrite }: { mayWrite: boolean }) {
  const say = useWords({ en, fr }).invitations
  const { sendsMail, isServerAdmin } = useSession()
  const [shown, setShown] = useState<Resource<'invitations'> | null>(null)
  const { data } = useResources('invitations', { page: { size: 100 } })
  const open = data?.data.filter(({ attributes: { status } }) => status === 'pending' || status === 'expired') ?? []
  if (open.length === 0) return null
  return (
    <section className={css.invitations} aria-label={say.title}>
      <Title order={2} size="h5" mb="xs">
        {say.title}
      </Title>
      {!sendsMail && (
        <Text size="sm" c="dimmed" mb="xs">
          {isServerAdmin ? say.outboxIsYours : say.outbox}
        </Text>
      )}
      {open.map((invitation) => (
        <Invitation
          key={invitation.id}
          of={invitation}
          mayWrite={mayWrite}
          onShow={isServerAdmin && !sendsMail ? () => setShown(invitation) : null}
        />
      ))}
      <Suspense>{shown && <ShownLink of={shown} onClose={() => setShown(null)} />}</Suspense>
    </section>
  )
}

type Props = { of: Resource<'invitations'>; mayWrite: boolean; onShow: (() => void) | null }

function Invitation({ of: invitation, mayWrite, onShow }: Props) {
  const say = useWords({ en, fr }).invitations
  const { name, email, status, expiresAt } = invitation.attributes
  const role = invitation.relationships.role.data
  const again = useChange(['invitations'], (api) =>
    api.create('invitations', { name, email }, role ? { role: { data: role } } : {}),
  )
  const end = useChange(['invitations'], (api) => api.remove('invitations', invitation.id))
  const doAtOnce = useDoAtOnce()
  const invite = () => again.mutateAsync(undefined)
  const takeBack = () => doAtOnce({ act: () => end.mutateAsync(undefined), done: say.takenBack(email), undo: invite })
  return (
    <div className={css.invitation}>
      <div className={css.who}>
        {name}
        <Text size="sm" c="dimmed">
          {email} · {status === 'expired' ? <StatusBadge tone="warn">{say.expired}</StatusBadge> : say.until}{' '}
          <Time at={expiresAt} />
        </Text>
      </div>
      {mayWrite && (
        <>
          <Button
            variant="default"
            size="compact-sm"
            loading={again.isPending}
            onClick={() => void doAtOnce({ act: invite, done: say.resent(email) })}
          >
            {say.resend}
          </Button>
          <Button variant="default" size="compact-sm" loading={end.isPending} onClick={() => void takeBack()}>
            {say.takeBack}
          </Button>
          {onShow && status === 'pending' && (
            <Menu position="bottom-end">
              <Menu.Target>
                <Button variant="default" size="compact-sm" aria-label={say.moreFor(email)}>
                  {say.more}
                </Button>
              </Menu.Target>
              <Menu.Dropdown aria-label={say.moreFor(email)}>
                <Menu.Item onClick={onShow}>{say.copyLink}</Menu.Item>
              </Menu.Dropdown>
            </Menu>
          )}
        </>
      )}
    </div>
  )
}

import { Button, Group, Text } from '@mantine/core'
import { type Resource, useChange } from '../../app/api.ts'
import { useNow } from '../../parts/clock.ts'
import { CopyField } from '../../parts/copy-field.tsx'
import { useDoAtOnce } from '../../parts/do-at-once.ts'
import { StatusBadge } from '../../parts/status-badge.tsx'
import { Time } from '../../parts/time.tsx'
import type { links } from '../../texts/en/links.ts'
import { addressOf } from './address.ts'
import css from './links.module.css'

type Props = {
  say: typeof links
  of: Resource<'agreement-links'>
  mayWrite: boolean
  onShare(): void
  onWays(): void
  onSigning(): void
}

/** One link: its state, its address and its actions. Turning it off can be undone. */
export function LinkRow({ say, of: { id, attributes }, mayWrite, onShare, onWays, onSigning }: Props) {
  const doAtOnce = useDoAtOnce()
  const { title, isActive, expiresAt, createdAt } = attributes
  const now = useNow()
  const hasEnded = expiresAt !== null && Date.parse(expiresAt) <= now
  const turn = useChange(['agreement-links'], (api, isOn: boolean) =>
    api.update('agreement-links', id, { isActive: isOn }),
  )
  const onTurn = () => {
    const done = isActive ? say.turnedOff(title) : say.turnedOn(title)
    const set = (isOn: boolean) => () => turn.mutateAsync(isOn)
    void doAtOnce({ act: set(!isActive), done, undo: set(isActive) })
  }
  return (
    <div className={css.link}>
      <div className={css.words}>
        <Group gap="xs" mb={4}>
          <Text fw={600}>{title}</Text>
          <Badges say={say} of={attributes} hasEnded={hasEnded} />
          <Text size="sm" c="dimmed">
            {say.made} <Time at={createdAt} />
            {expiresAt !== null && !hasEnded && (
              <>
                {' · '}
                {say.ends} <Time at={expiresAt} />
              </>
            )}
          </Text>
        </Group>
        <CopyField value={addressOf(id)} what={say.address} />
      </div>
      <Group gap="xs">
        <Button variant="default" size="xs" aria-label={say.shareOf(title)} onClick={onShare}>
          {say.share}
        </Button>
        {mayWrite && (
          <Button variant="default" size="xs" aria-label={say.ways.of(title)} onClick={onWays}>
            {say.ways.title}
          </Button>
        )}
        {mayWrite && (
          <Button variant="default" size="xs" aria-label={say.signing.of(title)} onClick={onSigning}>
            {say.signing.title}
          </Button>
        )}
        {mayWrite && (
          <Button variant="default" size="xs" onClick={onTurn} loading={turn.isPending}>
            {isActive ? say.turnOff : say.turnOn}
          </Button>
        )}
      </Group>
    </div>
  )
}

type BadgesProps = { say: typeof links; of: Resource<'agreement-links'>['attributes']; hasEnded: boolean }

function Badges({ say, of, hasEnded }: BadgesProps) {
  const { isActive, authMode, oncePerEmail, parametersAreSigned, daysToSign, reminders } = of
  return (
    <>
      {hasEnded && <StatusBadge tone="calm">{say.ended}</StatusBadge>}
      {!hasEnded && <StatusBadge tone={isActive ? 'good' : 'calm'}>{isActive ? say.on : say.off}</StatusBadge>}
      {authMode !== 'PUBLIC' && <StatusBadge tone="calm">{say.ways.badges[authMode]}</StatusBadge>}
      {oncePerEmail && <StatusBadge tone="calm">{say.ways.badges.once}</StatusBadge>}
      {parametersAreSigned && <StatusBadge tone="calm">{say.ways.badges.signed}</StatusBadge>}
      {daysToSign !== null && <StatusBadge tone="calm">{say.signing.badges.days(daysToSign)}</StatusBadge>}
      {reminders && <StatusBadge tone="calm">{say.signing.badges.reminders}</StatusBadge>}
    </>
  )
}

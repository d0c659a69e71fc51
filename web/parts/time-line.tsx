import { Anchor, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Tone } from './status-badge.tsx'
import { Time } from './time.tsx'
import css from './time-line.module.css'

/** One event, in words. `note` has more about it, and `leadsTo` is the address of its subject. */
export type Happening = { key: string; at: string; text: string; tone: Tone; note?: string; leadsTo?: string }

/** The events, oldest first. `end` is the awaited event. */
export function TimeLine({
  title,
  of: happenings,
  end,
}: {
  title: string
  of: readonly Happening[]
  end?: string | undefined
}) {
  return (
    <section aria-label={title}>
      <Title order={2} size="h4" mb="sm">
        {title}
      </Title>
      <ol className={css.line}>
        {happenings.map(({ key, at, text, tone, note, leadsTo }) => (
          <li key={key} className={css.happening} data-tone={tone}>
            <Text>
              {leadsTo === undefined ? (
                text
              ) : (
                <Anchor c="inherit" renderRoot={(props) => <Link to={leadsTo} {...props} />}>
                  {text}
                </Anchor>
              )}
              {note && (
                <Text span c="dimmed">
                  {' '}
                  · {note}
                </Text>
              )}
            </Text>
            <Text size="sm" c="dimmed">
              <Time at={at} />
            </Text>
          </li>
        ))}
        {end && (
          <li className={css.happening} data-tone="busy" data-is-open>
            <Text c="dimmed">{end} …</Text>
          </li>
        )}
      </ol>
    </section>
  )
}

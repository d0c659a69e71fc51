import { Anchor, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Resource } from '../app/api.ts'
import { useWords } from '../app/language.tsx'
import { webhooks as en } from '../texts/en/webhooks.ts'
import { webhooks as fr } from '../texts/fr/webhooks.ts'
import { pathOf } from './data.ts'
import { eventTypes } from './event-types.ts'
import css from './name.module.css'

/** The URL of a webhook, which leads to its page, and its event types. */
export function WebhookName({ of: { id, attributes } }: { of: Resource<'webhooks'> }) {
  const say = useWords({ en, fr })
  const { destinationUrl, eventTypes: heard, filters } = attributes
  const kinds = say.kinds(heard.length, eventTypes.length)
  return (
    <>
      <Anchor
        className={css.url}
        fw={600}
        title={destinationUrl}
        renderRoot={(props) => <Link to={pathOf(id)} {...props} />}
      >
        {shortUrl(destinationUrl)}
      </Anchor>
      <Text component="div" size="sm" c="dimmed" title={heard.join(', ')}>
        {filters === null ? kinds : `${kinds} · ${say.narrowed}`}
      </Text>
    </>
  )
}

/** A short form of a URL, without https:// and its query. */
export function shortUrl(text: string): string {
  const url = URL.parse(text)
  return url === null ? text : url.host + (url.pathname === '/' ? '' : url.pathname)
}

import type { Resource } from '../app/api.ts'
import { useWords } from '../app/language.tsx'
import { BelowName, RowLink } from '../parts/row-link.tsx'
import { webhooks as en } from '../texts/en/webhooks.ts'
import { webhooks as fr } from '../texts/fr/webhooks.ts'
import { pathOf } from './data.ts'
import { eventTypes } from './event-types.ts'

/** The URL of a webhook, with a link to its page, and its event types. */
export function WebhookName({ of: { id, attributes } }: { of: Resource<'webhooks'> }) {
  const say = useWords({ en, fr })
  const { destinationUrl, eventTypes: heard, filters } = attributes
  const kinds = say.kinds(heard.length, eventTypes.length)
  return (
    <>
      <RowLink to={pathOf(id)} title={destinationUrl}>
        {shortUrl(destinationUrl)}
      </RowLink>
      <BelowName title={heard.join(', ')}>{filters === null ? kinds : `${kinds} · ${say.narrowed}`}</BelowName>
    </>
  )
}

/** A short form of a URL, without https:// and its query. */
export function shortUrl(text: string): string {
  const url = URL.parse(text)
  return url === null ? text : url.host + (url.pathname === '/' ? '' : url.pathname)
}

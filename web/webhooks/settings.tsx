import { Text } from '@mantine/core'
import { useResources } from '../app/api.ts'
import { useLanguage, useWords } from '../app/language.tsx'
import { CopyField } from '../parts/copy-field.tsx'
import { Facts } from '../parts/facts.tsx'
import { Time } from '../parts/time.tsx'
import { webhookLog as en } from '../texts/en/webhook-log.ts'
import { webhookLog as fr } from '../texts/fr/webhook-log.ts'
import type { Webhook } from './data.ts'

/** The settings of a webhook, without secrets. */
export function Settings({ of: webhook }: { of: Webhook }) {
  const { settings: say, id: theId } = useWords({ en, fr })
  const { language } = useLanguage()
  const told = webhook.attributes
  const rotations = useResources('secret-rotations', { filter: { webhook: webhook.id }, page: { size: 1 } }).data
  const list = (words: readonly string[]) => new Intl.ListFormat(language).format(words)
  return (
    <Facts
      of={[
        ['Id', <CopyField key="id" value={webhook.id} what={theId} />],
        ['URL', told.destinationUrl],
        [say.events, told.eventTypes.join(', ')],
        [say.emails, <Emails key="emails" of={told} />],
        [say.order, told.ordered ? say.ordered : say.unordered],
        [say.limits, say.limit(told.maxConcurrency, told.maxPerSecond)],
        [say.headers, list(Object.keys(told.customHeaders ?? {})) || say.none],
        [say.filters, <Filters key="filters" of={told.filters} />],
        [say.certificate, told.clientCertificate?.subject],
        [say.oauth, told.oauth?.tokenUrl],
        [say.version, told.apiVersion],
        [say.publicKey, told.publicKey && <CopyField key="key" value={told.publicKey} what={say.publicKey} />],
        [
          say.rotations,
          rotations && <Time key="at" at={rotations.data[0]?.attributes.rotatedAt ?? null} never={say.never} />,
        ],
        [say.created, <Time key="created" at={told.createdAt} />],
      ]}
    />
  )
}

function Emails({ of: { notificationEmails, unconfirmedEmails } }: { of: Webhook['attributes'] }) {
  const say = useWords({ en, fr }).settings
  if (notificationEmails.length === 0) return say.nobody
  return (
    <>
      {notificationEmails.join(', ')}
      {unconfirmedEmails.length > 0 && (
        <Text component="div" size="sm" c="dimmed">
          {say.unconfirmed(unconfirmedEmails.join(', '))}
        </Text>
      )}
    </>
  )
}

function Filters({ of: filters }: { of: Webhook['attributes']['filters'] }) {
  const say = useWords({ en, fr }).settings
  const agreements =
    useResources('agreements', { page: { size: 100 }, fields: { agreements: ['title'] } }).data?.data ?? []
  if (filters === null) return say.all
  const { agreementIds = [], agreementLinkIds = [], metadata = {} } = filters
  const titles = agreementIds.map((id) => agreements.find((one) => one.id === id)?.attributes.title ?? id)
  const pairs = Object.entries(metadata).map(([name, value]) => `${name} = ${value}`)
  return [...titles, ...agreementLinkIds, ...pairs].join(', ')
}

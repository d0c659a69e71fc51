import { useMemo } from 'react'
import { useLanguage, useWords } from '../../app/language.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { askMetadata, type Filter, ResourceList } from '../../parts/list/index.tsx'
import { useAddressWords } from '../../parts/list/search.ts'
import { webhookLog as en } from '../../texts/en/webhook-log.ts'
import { webhookLog as fr } from '../../texts/fr/webhook-log.ts'
import type { Webhook } from '../data.ts'
import { eventTypes } from '../event-types.ts'
import { columnsOf } from './columns.tsx'
import { DeliveryPanel } from './panel.tsx'

const texts = { en, fr }

/** The deliveries of a webhook. The address has the open one. */
export function Log({ of: { id }, mayWrite }: { of: Webhook; mayWrite: boolean }) {
  const say = useWords(texts)
  const { language } = useLanguage()
  const [words, change] = useAddressWords()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the columns stay while the words do; `change` is made anew with each page.
  const columns = useMemo(() => columnsOf(say, (delivery) => change({ delivery })), [language])
  const filters = useMemo(() => filtersOf(say), [say])
  const query = useMemo(() => ({ filter: { webhook: id } }), [id])
  return (
    <>
      <ResourceList
        type="webhook-events"
        label={say.list}
        columns={columns}
        filters={filters}
        query={query}
        empty={<EmptyState title={say.empty.title}>{say.empty.text}</EmptyState>}
      />
      {words.delivery && (
        <DeliveryPanel id={words.delivery} mayWrite={mayWrite} onClose={() => change({ delivery: undefined })} />
      )}
    </>
  )
}

function filtersOf({ filters, states }: typeof en): Filter[] {
  return [
    { name: 'kind', label: filters.kind, choices: eventTypes.map((type) => ({ value: type, label: type })) },
    {
      name: 'state',
      label: filters.state,
      choices: Object.entries(states).map(([value, label]) => ({ value, label })),
    },
    { name: 'event', label: filters.id },
    { name: 'metadata', label: filters.metadata, form: filters.metadataForm, ask: askMetadata },
    { name: 'occurredAt', label: filters.from, until: filters.until },
  ]
}

import { Checkbox, NativeSelect, Text, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { apiVersions } from '../../api-keys/versions.ts'
import { useResources } from '../../app/api.ts'
import { useWords } from '../../app/language.tsx'
import { webhooks as en } from '../../texts/en/webhooks.ts'
import { webhooks as fr } from '../../texts/fr/webhooks.ts'
import type { Webhook } from '../data.ts'
import { ConnectionFields, WrittenFilters } from './connection-fields.tsx'
import css from './form.module.css'
import { HeaderFields } from './header-fields.tsx'
import type { Values } from './values.ts'

/** The folded settings, because most webhooks do not need them. */
const folded: readonly (keyof Values)[] = [
  'filters',
  'ordered',
  'asymmetric',
  'maxConcurrency',
  'maxPerSecond',
  'customHeaders',
  'apiVersion',
  'oauth',
  'clientCertificate',
]

type Props = { form: UseFormReturnType<Values>; webhook?: Webhook }

/** Order, limits, headers and filters. The part opens itself for a fault inside. */
export function DetailFields({ form, webhook }: Props) {
  const say = useWords({ en, fr }).form
  const hasFault = folded.some((name) => form.errors[name])
  return (
    <details className={css.more} open={hasFault || undefined}>
      <summary>{say.more}</summary>
      <div className={css.pair}>
        <Checkbox
          label={say.ordered}
          description={say.orderedHint}
          {...form.getInputProps('ordered', { type: 'checkbox' })}
        />
        <Checkbox
          label={say.asymmetric}
          description={say.asymmetricHint}
          {...form.getInputProps('asymmetric', { type: 'checkbox' })}
        />
      </div>
      <div className={css.pair}>
        <TextInput
          type="number"
          min={1}
          max={1_000}
          required
          label={say.concurrency}
          {...form.getInputProps('maxConcurrency')}
        />
        <TextInput
          type="number"
          min={1}
          max={10_000}
          label={say.perSecond}
          placeholder={say.perSecondHint}
          {...form.getInputProps('maxPerSecond')}
        />
        {!webhook && (
          <NativeSelect
            label={say.version}
            description={say.versionHint}
            data={[...apiVersions]}
            {...form.getInputProps('apiVersion')}
          />
        )}
      </div>
      <HeaderFields form={form} />
      <ConnectionFields form={form} {...(webhook ? { webhook } : {})} />
      <AgreementChoice form={form} />
      <WrittenFilters form={form} />
    </details>
  )
}

function AgreementChoice({ form }: Pick<Props, 'form'>) {
  const say = useWords({ en, fr }).form
  const agreements =
    useResources('agreements', { page: { size: 100 }, fields: { agreements: ['title'] } }).data?.data ?? []
  return (
    <Checkbox.Group mt="md" label={say.agreements} description={say.agreementsHint} {...form.getInputProps('filters')}>
      {agreements.length === 0 && (
        <Text size="sm" c="dimmed">
          {say.noAgreements}
        </Text>
      )}
      <div className={css.agreements}>
        {agreements.map(({ id, attributes }) => (
          <Checkbox key={id} value={id} label={attributes.title} />
        ))}
      </div>
    </Checkbox.Group>
  )
}

import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useWords } from '../../app/language.tsx'
import { webhooks as en } from '../../texts/en/webhooks.ts'
import { webhooks as fr } from '../../texts/fr/webhooks.ts'
import type { Webhook } from '../data.ts'
import css from './form.module.css'
import type { Values } from './values.ts'

type Props = { form: UseFormReturnType<Values>; webhook?: Webhook }

/** How the receiver knows who asks: a token of OAuth, a certificate for TLS. Secrets that are stored are never shown. */
export function ConnectionFields({ form, webhook }: Props) {
  const say = useWords({ en, fr }).form
  const { oauth, clientCertificate } = webhook?.attributes ?? {}
  const modes = (isStored: boolean) => [
    { value: 'none', label: say.modes.none },
    ...(isStored ? [{ value: 'kept', label: say.modes.kept }] : []),
    { value: 'given', label: isStored ? say.modes.other : say.modes.given },
  ]
  return (
    <>
      <NativeSelect
        mt="md"
        label={say.oauth}
        description={oauth ? say.oauthNow(oauth.clientId, oauth.tokenUrl) : say.oauthHint}
        data={modes(Boolean(oauth))}
        {...form.getInputProps('oauth.mode')}
        error={form.errors.oauth}
      />
      {form.values.oauth.mode === 'given' && (
        <div className={css.pair}>
          <TextInput type="url" required label={say.tokenUrl} {...form.getInputProps('oauth.tokenUrl')} />
          <TextInput label={say.scope} {...form.getInputProps('oauth.scope')} />
          <TextInput required autoComplete="off" label={say.clientId} {...form.getInputProps('oauth.clientId')} />
          <TextInput
            type="password"
            required
            autoComplete="new-password"
            label={say.clientSecret}
            {...form.getInputProps('oauth.clientSecret')}
          />
        </div>
      )}
      <NativeSelect
        mt="md"
        label={say.certificate}
        description={clientCertificate ? say.certificateNow(clientCertificate.subject) : say.certificateHint}
        data={modes(Boolean(clientCertificate))}
        {...form.getInputProps('clientCertificate.mode')}
        error={form.errors.clientCertificate}
      />
      {form.values.clientCertificate.mode === 'given' && (
        <div className={css.pair}>
          <Textarea
            rows={4}
            required
            placeholder="-----BEGIN CERTIFICATE-----"
            label={say.certificatePem}
            {...form.getInputProps('clientCertificate.certificate')}
          />
          <Textarea
            rows={4}
            required
            autoComplete="off"
            placeholder="-----BEGIN PRIVATE KEY-----"
            label={say.privateKey}
            {...form.getInputProps('clientCertificate.privateKey')}
          />
        </div>
      )}
    </>
  )
}

/** Filters that are written rather than chosen: links by their ids, metadata as `name=value`. */
export function WrittenFilters({ form }: Pick<Props, 'form'>) {
  const say = useWords({ en, fr }).form
  return (
    <div className={css.pair}>
      <Textarea
        rows={2}
        label={say.filterLinks}
        description={say.filterLinksHint}
        {...form.getInputProps('filterLinks')}
      />
      <Textarea
        rows={2}
        label={say.filterPairs}
        description={say.filterPairsHint}
        placeholder="team=blue"
        {...form.getInputProps('filterPairs')}
      />
    </div>
  )
}

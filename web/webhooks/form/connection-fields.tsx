import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useWords } from '../../app/language.tsx'
import { webhooks as en } from '../../texts/en/webhooks.ts'
import { webhooks as fr } from '../../texts/fr/webhooks.ts'
import type { Webhook } from '../data.ts'
import css from './form.module.css'
import type { Values } from './values.ts'

type Props = { form: UseFormReturnType<Values>; webhook?: Webhook }

/**
 * The credentials by which the receiver recognises the sender: a token of OAuth, a certificate for TLS. Stored secrets
 * are never shown.
 */
export function ConnectionFields({ form, webhook }: Props) {
  const say = useWords({ en, fr }).form
  const { oauth, clientCertificate } = webhook?.attributes ?? {}
  return (
    <>
      <OauthFields say={say} form={form} stored={oauth ?? null} />
      <CertificateFields say={say} form={form} stored={clientCertificate ?? null} />
    </>
  )
}

type Say = (typeof en)['form']
type Attributes = Webhook['attributes']
type PartProps<Stored> = { say: Say; form: Props['form']; stored: Stored }

function OauthFields({ say, form, stored }: PartProps<Attributes['oauth']>) {
  return (
    <>
      <NativeSelect
        mt="md"
        label={say.oauth}
        description={stored ? say.oauthNow(stored.clientId, stored.tokenUrl) : say.oauthHint}
        data={modesOf(say, stored !== null)}
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
    </>
  )
}

function CertificateFields({ say, form, stored }: PartProps<Attributes['clientCertificate']>) {
  return (
    <>
      <NativeSelect
        mt="md"
        label={say.certificate}
        description={stored ? say.certificateNow(stored.subject) : say.certificateHint}
        data={modesOf(say, stored !== null)}
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

/** The choices for a secret: none, the stored one, or a new one. */
function modesOf({ modes }: Say, isStored: boolean) {
  return [
    { value: 'none', label: modes.none },
    ...(isStored ? [{ value: 'kept', label: modes.kept }] : []),
    { value: 'given', label: isStored ? modes.other : modes.given },
  ]
}

/** Filters that people type: links by their ids, metadata as `name=value`. */
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

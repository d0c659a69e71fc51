import { Button, Checkbox, Group, SegmentedControl, Text, TextInput } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { asClient, type Resource, useChange } from '../../app/api.ts'
import { useWords } from '../../app/language.tsx'
import { useApiForm } from '../../parts/api-form.ts'
import { CopyField } from '../../parts/copy-field.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { ErrorNote } from '../../parts/error-note.tsx'
import { send as en, links as enLinks } from '../../texts/en/links.ts'
import { send as fr, links as frLinks } from '../../texts/fr/links.ts'
import { type Entry, metadataOf } from './address.ts'
import { MetadataEntries } from './metadata.tsx'

type Agreement = Resource<'agreements'>
type Submission = Resource<'submissions'>
type Delivery = 'email' | 'link'
type Sent = { submission: Submission; name: string; email: string; delivery: Delivery }

/** The dialog that makes a submission for one signer, and then shows their way in once. */
export function Send({ of: agreement, onClose }: { of: Agreement; onClose(): void }) {
  const say = useWords({ en, fr })
  const { title } = agreement.attributes
  const [made, setMade] = useState<Sent | null>(null)
  const heading = made?.delivery === 'email' ? say.made.mailed.title : say.made.title
  return (
    <Dialog opened onClose={onClose} title={made ? heading : say.title(title)} size="lg">
      {made ? (
        <Made say={say} title={title} {...made} />
      ) : (
        <Form say={say} agreementId={agreement.id} onMade={setMade} />
      )}
    </Dialog>
  )
}

type Words = typeof en
type FormProps = {
  say: Words
  agreementId: string
  onMade(made: Sent): void
}

function Form({ say, agreementId, onMade }: FormProps) {
  const [entries, setEntries] = useState<Entry[]>([])
  const sayLinks = useWords({ en: enLinks, fr: frLinks })
  const create = useChange(['submissions', 'agreement-links'], async (api, input: typeof initial) => {
    const agreementLink = { data: { type: 'agreement-links' as const, id: await linkOf(agreementId) } }
    const metadata = metadataOf(entries)
    return api.create('submissions', { newSigner: input, metadata }, { agreementLink })
  })
  const initial: { name: string; email: string; mayChange: boolean; delivery: Delivery } = {
    ...{ name: '', email: '', mayChange: false },
    delivery: 'email',
  }
  const { form, error, isSending, onSubmit } = useApiForm(initial, async (given) => {
    const { data } = await create.mutateAsync(given)
    onMade({ submission: data, name: given.name, email: given.email, delivery: given.delivery })
  })
  return (
    <form onSubmit={onSubmit}>
      <TextInput label={say.name} autoComplete="off" data-autofocus required {...form.getInputProps('name')} />
      <TextInput mt="md" type="email" label={say.email} autoComplete="off" required {...form.getInputProps('email')} />
      <Checkbox my="md" label={say.mayChange} {...form.getInputProps('mayChange', { type: 'checkbox' })} />
      <Text size="sm" fw={500} mb={4}>
        {say.how}
      </Text>
      <SegmentedControl
        mb="md"
        aria-label={say.how}
        data={[
          { value: 'email', label: say.deliveries.email },
          { value: 'link', label: say.deliveries.link },
        ]}
        {...form.getInputProps('delivery')}
      />
      <MetadataEntries say={sayLinks} entries={entries} onChange={setEntries} />
      <ErrorNote error={error} />
      <Group justify="flex-end" mt="lg">
        <Button type="submit" loading={isSending}>
          {say.submit[form.values.delivery]}
        </Button>
      </Group>
    </form>
  )
}

/** An open link: the newest of the agreement, or a new one. */
function linkOf(agreementId: string): Promise<string> {
  return asClient(async (api) => {
    const agreement = { data: { type: 'agreements' as const, id: agreementId } }
    const known = await api.list('agreement-links', { filter: { agreement: agreementId, isActive: true } })
    const open = known.data.find(({ attributes: { expiresAt } }) => (expiresAt ?? '9') > new Date().toISOString())
    return open?.id ?? (await api.create('agreement-links', {}, { agreement })).data.id
  })
}

type MadeProps = Sent & { say: Words; title: string }

function Made({ say: { made: say }, title, submission, name, email, delivery }: MadeProps) {
  const address = submission.attributes.signingUrl
  const body = say.body(name, title, address)
  const mail = `mailto:${encodeURIComponent(email)}?subject=${encodeURIComponent(say.subject(title))}&body=${encodeURIComponent(body)}`
  const follow = (
    <Button renderRoot={(props) => <Link to={`/submissions/${submission.id}`} {...props} />}>{say.follow}</Button>
  )
  if (delivery === 'email')
    return (
      <>
        <Text>{say.mailed.text(email)}</Text>
        <Group justify="flex-end" mt="lg">
          {follow}
        </Group>
      </>
    )
  return (
    <>
      <Text mb="md">{say.text}</Text>
      <CopyField value={address} what={say.what} />
      <Group justify="flex-end" mt="lg">
        <Button variant="default" component="a" href={mail}>
          {say.mail}
        </Button>
        {follow}
      </Group>
    </>
  )
}

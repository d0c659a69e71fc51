import { Button, Checkbox, Group, Text, TextInput } from '@mantine/core'
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

/** The dialog that makes a submission for one signer, and then shows their way in this once. */
export function Send({ of: agreement, onClose }: { of: Agreement; onClose(): void }) {
  const say = useWords({ en, fr })
  const { title } = agreement.attributes
  const [made, setMade] = useState<{ submission: Submission; name: string; email: string } | null>(null)
  return (
    <Dialog opened onClose={onClose} title={made ? say.made.title : say.title(title)} size="lg">
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
  onMade(made: { submission: Submission; name: string; email: string }): void
}

function Form({ say, agreementId, onMade }: FormProps) {
  const [entries, setEntries] = useState<Entry[]>([])
  const sayLinks = useWords({ en: enLinks, fr: frLinks })
  const create = useChange(['submissions', 'agreement-links'], async (api, input: typeof initial) => {
    const agreementLink = { data: { type: 'agreement-links' as const, id: await linkOf(agreementId) } }
    const metadata = metadataOf(entries)
    return api.create('submissions', { newSigner: input, metadata }, { agreementLink })
  })
  const initial = { name: '', email: '', mayChange: false }
  const { form, error, isSending, onSubmit } = useApiForm(initial, async (given) => {
    const { data } = await create.mutateAsync(given)
    onMade({ submission: data, name: given.name, email: given.email })
  })
  return (
    <form onSubmit={onSubmit}>
      <TextInput label={say.name} autoComplete="off" data-autofocus required {...form.getInputProps('name')} />
      <TextInput mt="md" type="email" label={say.email} autoComplete="off" required {...form.getInputProps('email')} />
      <Checkbox my="md" label={say.mayChange} {...form.getInputProps('mayChange', { type: 'checkbox' })} />
      <MetadataEntries say={sayLinks} entries={entries} onChange={setEntries} />
      <ErrorNote error={error} />
      <Group justify="flex-end" mt="lg">
        <Button type="submit" loading={isSending}>
          {say.submit}
        </Button>
      </Group>
    </form>
  )
}

/** A link that can be opened now: the newest of the agreement, or a new one. */
function linkOf(agreementId: string): Promise<string> {
  return asClient(async (api) => {
    const agreement = { data: { type: 'agreements' as const, id: agreementId } }
    const known = await api.list('agreement-links', { filter: { agreement: agreementId, isActive: true } })
    const open = known.data.find(({ attributes: { expiresAt } }) => (expiresAt ?? '9') > new Date().toISOString())
    return open?.id ?? (await api.create('agreement-links', {}, { agreement })).data.id
  })
}

type MadeProps = { say: Words; title: string; submission: Submission; name: string; email: string }

function Made({ say: { made: say }, title, submission, name, email }: MadeProps) {
  const address = submission.attributes.signingUrl
  const mail = `mailto:${encodeURIComponent(email)}?subject=${encodeURIComponent(say.subject(title))}&body=${encodeURIComponent(say.body(name, title, address))}`
  return (
    <>
      <Text mb="md">{say.text}</Text>
      <CopyField value={address} what={say.what} />
      <Group justify="flex-end" mt="lg">
        <Button variant="default" component="a" href={mail}>
          {say.mail}
        </Button>
        <Button renderRoot={(props) => <Link to={`/submissions/${submission.id}`} {...props} />}>{say.follow}</Button>
      </Group>
    </>
  )
}

import { Button, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type Resource, useChange, useResources } from '../app/api.ts'
import { useWords } from '../app/language.tsx'
import { useApiForm } from '../parts/api-form.ts'
import { Confirm } from '../parts/confirm.tsx'
import { CopyField } from '../parts/copy-field.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { ErrorNote } from '../parts/error-note.tsx'
import { Loaded } from '../parts/loaded.tsx'
import { tell } from '../parts/tell.ts'
import { Time } from '../parts/time.tsx'
import { operator as en } from '../texts/en/operator.ts'
import { operator as fr } from '../texts/fr/operator.ts'
import css from './operator.module.css'
import { Section, ShortTable } from './section.tsx'

type Mail = Resource<'server-mails'>

/** Messages that wait on a server without mail. */
export function Outbox() {
  const { mails: say, actions } = useWords({ en, fr })
  const found = useResources('server-mails', { page: { size: 100 } })
  const [shown, setShown] = useState<Mail | null>(null)
  const [leaving, setLeaving] = useState<Mail | null>(null)
  const send = useChange(['server-mails'], (api, { id }: Mail) => api.update('server-mails', id, { isSent: true }))
  const discard = useChange(['server-mails'], (api, { id }: Mail) => api.remove('server-mails', id))
  const leave = async () => {
    if (leaving) await discard.mutateAsync(leaving)
    void tell(say.discarded)
  }
  const rowOf = (mail: Mail): [string, React.ReactNode[]] => {
    const { to, subject, writtenAt } = mail.attributes
    const sent = () => void tell(say.sent(to))
    const buttons = (
      <div className={css.buttons} key="buttons">
        <Button size="compact-sm" variant="default" onClick={() => setShown(mail)}>
          {say.read}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => send.mutate(mail, { onSuccess: sent })}>
          {say.send}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => setLeaving(mail)}>
          {say.discard}
        </Button>
      </div>
    )
    return [mail.id, [to, subject, <Time key="written" at={writtenAt} />, buttons]]
  }
  return (
    <Section title={say.title} about={say.about}>
      <ErrorNote error={send.error} />
      <Loaded of={found}>
        {({ data }) =>
          data.length === 0 ? (
            <Text c="dimmed">{say.none}</Text>
          ) : (
            <ShortTable label={say.title} heads={[say.to, say.subject, say.written, actions]} rows={data.map(rowOf)} />
          )
        }
      </Loaded>
      <Confirm
        opened={leaving !== null}
        title={say.ask(leaving?.attributes.subject ?? '')}
        act={say.discard}
        onConfirm={leave}
        onClose={() => setLeaving(null)}
      >
        {say.askText}
      </Confirm>
      {shown && (
        <Dialog opened onClose={() => setShown(null)} title={shown.attributes.subject} size="lg">
          <CopyField value={shown.attributes.text} what={say.what} />
        </Dialog>
      )}
    </Section>
  )
}

/** Sends a test message, and shows whether the mail server accepted it. */
export function TestMail() {
  const say = useWords({ en, fr }).test
  const outbox = useChange(['server-mails'], (api, to: string) => api.create('server-test-mails', { to }))
  const { form, error, isSending, onSubmit } = useApiForm({ to: '' }, async ({ to }) => {
    await outbox.mutateAsync(to)
    void tell(say.taken)
  })
  return (
    <Section title={say.title}>
      <form onSubmit={onSubmit} className={css.form} noValidate>
        <TextInput label={say.address} type="email" {...form.getInputProps('to')} />
        <Button type="submit" loading={isSending}>
          {say.send}
        </Button>
      </form>
      <ErrorNote error={error} />
    </Section>
  )
}

import { Button, Group, Text, Textarea } from '@mantine/core'
import { useChange } from '../../app/api.ts'
import { useWords } from '../../app/language.tsx'
import { useApiForm } from '../../parts/api-form.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { ErrorNote } from '../../parts/error-note.tsx'
import { tell } from '../../parts/tell.ts'
import { verification as en } from '../../texts/en/verification.ts'
import { verification as fr } from '../../texts/fr/verification.ts'

/** Asks for a reason, and cancels a check. */
export function Cancel({ id, onClose }: { id: string; onClose(): void }) {
  const say = useWords({ en, fr }).cancel
  const cancel = useChange(['verifications', 'cancellations', 'events'], (api, reason: string) =>
    api.create('cancellations', reason === '' ? {} : { reason }, {
      verification: { data: { type: 'verifications', id } },
    }),
  )
  const { form, error, isSending, onSubmit } = useApiForm({ reason: '' }, async ({ reason }) => {
    await cancel.mutateAsync(reason.trim())
    void tell(say.done)
    onClose()
  })
  return (
    <Dialog opened onClose={onClose} title={say.question}>
      <form onSubmit={onSubmit}>
        <Text mb="md">{say.text}</Text>
        <Textarea label={say.reason} rows={2} maxLength={500} data-autofocus {...form.getInputProps('reason')} />
        <ErrorNote error={error} />
        <Group justify="flex-end" mt="lg">
          <Button type="submit" color="red.9" loading={isSending}>
            {say.button}
          </Button>
        </Group>
      </form>
    </Dialog>
  )
}

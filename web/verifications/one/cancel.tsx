import { Text, Textarea } from '@mantine/core'
import { useChange } from '../../app/api.ts'
import { useWords } from '../../app/language.tsx'
import { useApiForm } from '../../parts/api-form.ts'
import { FormDialog } from '../../parts/form-dialog.tsx'
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
  const { form, ...sending } = useApiForm({ reason: '' }, async ({ reason }) => {
    await cancel.mutateAsync(reason.trim())
    void tell(say.done)
    onClose()
  })
  return (
    <FormDialog title={say.question} onClose={onClose} act={say.button} color="red.9" {...sending}>
      <Text mb="md">{say.text}</Text>
      <Textarea label={say.reason} rows={2} maxLength={500} data-autofocus {...form.getInputProps('reason')} />
    </FormDialog>
  )
}

import { Text, Textarea } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import { useChange } from '../../app/api.ts'
import { useWords } from '../../app/language.tsx'
import { useApiForm } from '../../parts/api-form.ts'
import { FormDialog } from '../../parts/form-dialog.tsx'
import { tell } from '../../parts/tell.ts'
import { review as en } from '../../texts/en/review.ts'
import { verifications as enAll } from '../../texts/en/verifications.ts'
import { review as fr } from '../../texts/fr/review.ts'
import { verifications as frAll } from '../../texts/fr/verifications.ts'
import { nameOf, type Verification } from '../words.tsx'

export type Result = 'verified' | 'rejected'
type Props = { of: Verification; result: Result; onClose(): void; onDecided(): void }

/** Asks for the reason, and decides. */
export default function Decide({ of: one, result, onClose, onDecided }: Props) {
  const words = useWords({ en: enAll, fr: frAll })
  const say = useWords({ en, fr })
  const word = words.results[one.attributes.kind][result]
  const decide = useChange(
    ['verifications', 'decisions', 'review-claims', 'open-tasks', 'events'],
    (api, reason: string) =>
      api.create(
        'decisions',
        { result, ...(reason === '' ? {} : { reason }) },
        { verification: { data: { type: 'verifications', id: one.id } } },
      ),
  )
  const { form, ...sending } = useApiForm({ reason: '' }, async ({ reason }) => {
    await decide.mutateAsync(reason.trim())
    void tell(say.decided(word))
    onDecided()
  })
  const sendByKeys = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit()
  }
  return (
    <FormDialog title={say.decideTitle(word)} onClose={onClose} act={say.decide} onKeyDown={sendByKeys} {...sending}>
      <Text mb="md">{nameOf(one.attributes, words)}</Text>
      <Textarea
        label={say.reason}
        description={say.reasonHint}
        rows={3}
        maxLength={500}
        data-autofocus
        {...form.getInputProps('reason')}
      />
    </FormDialog>
  )
}

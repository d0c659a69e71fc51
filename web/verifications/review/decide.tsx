import { Button, Group, Text, Textarea } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import { useChange } from '../../app/api.ts'
import { useWords } from '../../app/language.tsx'
import { useApiForm } from '../../parts/api-form.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { ErrorNote } from '../../parts/error-note.tsx'
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
  const { form, error, isSending, onSubmit } = useApiForm({ reason: '' }, async ({ reason }) => {
    await decide.mutateAsync(reason.trim())
    void tell(say.decided(word))
    onDecided()
  })
  const sendByKeys = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit()
  }
  return (
    <Dialog opened onClose={onClose} title={say.decideTitle(word)}>
      <form onSubmit={onSubmit} onKeyDown={sendByKeys}>
        <Text mb="md">{nameOf(one.attributes, words)}</Text>
        <Textarea
          label={say.reason}
          description={say.reasonHint}
          rows={3}
          maxLength={500}
          data-autofocus
          {...form.getInputProps('reason')}
        />
        <ErrorNote error={error} />
        <Group justify="flex-end" mt="lg">
          <Button type="submit" loading={isSending}>
            {say.decide}
          </Button>
        </Group>
      </form>
    </Dialog>
  )
}

import { Button, Group } from '@mantine/core'
import { type Resource, useChange } from '../../app/api.ts'
import { useApiForm } from '../../parts/api-form.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { ErrorNote } from '../../parts/error-note.tsx'
import { tell } from '../../parts/tell.ts'
import type { links } from '../../texts/en/links.ts'
import { toGiven, toValues, WaysInFields } from './ways-in.tsx'

type Props = { say: typeof links; of: Resource<'agreement-links'>; onClose(): void }

/** The dialog that says who gets in by a link. */
export function ChangeWays({ say, of: { id, attributes }, onClose }: Props) {
  const save = useChange(['agreement-links'], (api, given: ReturnType<typeof toGiven>) =>
    api.update('agreement-links', id, given),
  )
  const { form, error, isSending, onSubmit } = useApiForm(toValues(attributes), async (values) => {
    await save.mutateAsync(toGiven(values, attributes))
    onClose()
    void tell(say.ways.saved)
  })
  return (
    <Dialog opened onClose={onClose} title={say.ways.of(attributes.title)}>
      <form onSubmit={onSubmit}>
        <WaysInFields say={say} form={form} of={attributes} />
        <ErrorNote error={error} />
        <Group justify="flex-end" mt="lg">
          <Button type="submit" loading={isSending} disabled={!form.isDirty()}>
            {say.ways.save}
          </Button>
        </Group>
      </form>
    </Dialog>
  )
}

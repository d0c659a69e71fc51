import { type Resource, useChange } from '../../app/api.ts'
import { useApiForm } from '../../parts/api-form.ts'
import { FormDialog } from '../../parts/form-dialog.tsx'
import { tell } from '../../parts/tell.ts'
import type { links } from '../../texts/en/links.ts'
import { toGiven, toValues, WaysInFields } from './ways-in.tsx'

type Props = { say: typeof links; of: Resource<'agreement-links'>; onClose(): void }

/** The dialog for the people who may enter by a link. */
export function ChangeWays({ say, of: { id, attributes }, onClose }: Props) {
  const save = useChange(['agreement-links'], (api, given: ReturnType<typeof toGiven>) =>
    api.update('agreement-links', id, given),
  )
  const { form, ...sending } = useApiForm(toValues(attributes), async (values) => {
    await save.mutateAsync(toGiven(values, attributes))
    onClose()
    void tell(say.ways.saved)
  })
  return (
    <FormDialog
      title={say.ways.of(attributes.title)}
      onClose={onClose}
      act={say.ways.save}
      isOff={!form.isDirty()}
      {...sending}
    >
      <WaysInFields say={say} form={form} of={attributes} />
    </FormDialog>
  )
}

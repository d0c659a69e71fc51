import { NativeSelect, TextInput } from '@mantine/core'
import { useChange, useResources } from '../app/api.ts'
import { useWords } from '../app/language.tsx'
import { useApiForm } from '../parts/api-form.ts'
import { FormDialog } from '../parts/form-dialog.tsx'
import { useRoleNames } from '../parts/role-name.tsx'
import { tell } from '../parts/tell.ts'
import { members as en } from '../texts/en/members.ts'
import { members as fr } from '../texts/fr/members.ts'

/** The dialog that invites a person by mail. */
export function Invite({ onClose }: { onClose(): void }) {
  const say = useWords({ en, fr })
  const { data: roles } = useResources('roles', { page: { size: 100 } })
  const nameRole = useRoleNames()
  const names = roles?.data.map(({ id, attributes }) => ({ value: id, label: nameRole(attributes.name) })) ?? []
  const invite = useChange(['invitations'], (api, { role, ...given }: { name: string; email: string; role: string }) =>
    api.create('invitations', given, { role: { data: { type: 'roles', id: role } } }),
  )
  // The role of an invited person is member by default.
  const usual = names.find(({ label }) => label === nameRole('member')) ?? names[0]
  const { form, ...sending } = useApiForm({ name: '', email: '', role: '' }, async (values) => {
    await invite.mutateAsync({ ...values, role: values.role || (usual?.value ?? '') })
    onClose()
    void tell(say.form.invited(values.email))
  })
  const role = form.getInputProps('role')
  return (
    <FormDialog title={say.invite} onClose={onClose} act={say.form.submit} {...sending}>
      <TextInput
        label={say.form.name}
        description={say.form.nameHint}
        required
        data-autofocus
        {...form.getInputProps('name')}
      />
      <TextInput
        mt="md"
        type="email"
        label={say.form.email}
        description={say.form.emailHint}
        required
        {...form.getInputProps('email')}
      />
      <NativeSelect mt="md" label={say.form.role} data={names} {...role} value={role.value || usual?.value} />
    </FormDialog>
  )
}

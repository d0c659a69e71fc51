import { Checkbox, Stack, TextInput } from '@mantine/core'
import { type Resource, useChange } from '../app/api.ts'
import { useWords } from '../app/language.tsx'
import { useNamed } from '../app/named.ts'
import { useApiForm } from '../parts/api-form.ts'
import { FormDialog } from '../parts/form-dialog.tsx'
import { tell } from '../parts/tell.ts'
import { roles as en } from '../texts/en/roles.ts'
import { roles as fr } from '../texts/fr/roles.ts'
import { type Permission, useSayPermission } from './role-table.tsx'

type Role = Resource<'roles'>
type Values = { name: string; permissions: Permission[] }

/** Makes a role, or changes one. */
export function RoleForm({
  of: role,
  permissions,
  onClose,
}: {
  of: Role | null
  permissions: readonly Permission[]
  onClose(): void
}) {
  const say = useWords({ en, fr })
  const sayPermission = useSayPermission()
  const named = useNamed()
  const save = useChange(['roles'], (api, values: Values) =>
    role ? api.update('roles', role.id, values) : api.create('roles', values),
  )
  const { name, permissions: held } = role?.attributes ?? { name: '', permissions: [] }
  const initial: Values = { name, permissions: held }
  const { form, ...sending } = useApiForm(initial, async (values) => {
    await save.mutateAsync(values)
    onClose()
    void tell(say.saved(values.name))
  })
  return (
    <FormDialog title={role ? named(say.edit, name) : say.create} onClose={onClose} act={say.form.submit} {...sending}>
      <TextInput
        label={say.form.name}
        description={say.form.nameHint}
        required
        data-autofocus
        {...form.getInputProps('name')}
      />
      <Checkbox.Group mt="md" label={say.form.permissions} {...form.getInputProps('permissions')}>
        <Stack gap={6} mt="xs">
          {permissions.map((permission) => (
            <Checkbox key={permission} value={permission} label={sayPermission(permission)} />
          ))}
        </Stack>
      </Checkbox.Group>
    </FormDialog>
  )
}

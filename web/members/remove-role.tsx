import { type Resource, useChange } from '../app/api.ts'
import { useWords } from '../app/language.tsx'
import { Confirm } from '../parts/confirm.tsx'
import { tell } from '../parts/tell.ts'
import { roles as en } from '../texts/en/roles.ts'
import { roles as fr } from '../texts/fr/roles.ts'

/** Asks before a role is deleted. */
export function RemoveRole({ of: role, onClose }: { of: Resource<'roles'>; onClose(): void }) {
  const say = useWords({ en, fr })
  const { name } = role.attributes
  const remove = useChange(['roles'], (api) => api.remove('roles', role.id))
  const confirm = async () => {
    await remove.mutateAsync(undefined)
    void tell(say.removed(name))
  }
  return (
    <Confirm opened title={say.removeQuestion(name)} act={say.remove} onConfirm={confirm} onClose={onClose}>
      {say.removeText}
    </Confirm>
  )
}

import { Button } from '@mantine/core'
import { type Resource, useChange } from '../app/api.ts'
import { useWords } from '../app/language.tsx'
import { useTellFailure } from '../parts/error-note.tsx'
import { tell } from '../parts/tell.ts'
import { members as en } from '../texts/en/members.ts'
import { members as fr } from '../texts/fr/members.ts'

type User = Resource<'users'>

/** Changes a person's role at once, and offers to undo it. */
export function useRoleChange(user: User): (role: { value: string; label: string }) => Promise<void> {
  const say = useWords({ en, fr })
  const tellFailure = useTellFailure()
  const before = user.relationships.role.data?.id
  const change = useChange(['users'], (api, role: string) =>
    api.update('users', user.id, {}, { role: { data: { type: 'roles', id: role } } }),
  )
  return async ({ value, label }) => {
    try {
      await change.mutateAsync(value)
      const act = () => void (before && change.mutateAsync(before))
      await tell(say.roleChanged(user.attributes.name, label), { label: say.undo, act })
    } catch (error) {
      await tellFailure(error)
    }
  }
}

/** Deactivates or activates a person at once, and offers to undo it. */
export function ActiveButton({ of: user }: { of: User }) {
  const say = useWords({ en, fr })
  const tellFailure = useTellFailure()
  const { name, isActive } = user.attributes
  const change = useChange(['users'], (api, input: { isActive: boolean }) => api.update('users', user.id, input))
  const turn = async () => {
    try {
      await change.mutateAsync({ isActive: !isActive })
      const act = () => void change.mutateAsync({ isActive })
      await tell(isActive ? say.deactivated(name) : say.activated(name), { label: say.undo, act })
    } catch (error) {
      await tellFailure(error)
    }
  }
  return (
    <Button variant="default" size="compact-sm" loading={change.isPending} onClick={turn}>
      {isActive ? say.deactivate : say.activate}
    </Button>
  )
}

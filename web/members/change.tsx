import { Button } from '@mantine/core'
import { type Resource, useChange } from '../app/api.ts'
import { useWords } from '../app/language.tsx'
import { useDoAtOnce } from '../parts/do-at-once.ts'
import { members as en } from '../texts/en/members.ts'
import { members as fr } from '../texts/fr/members.ts'

type User = Resource<'users'>

/** Changes a person's role at once, and offers to undo it. */
export function useRoleChange(user: User): (role: { value: string; label: string }) => Promise<void> {
  const say = useWords({ en, fr })
  const doAtOnce = useDoAtOnce()
  const before = user.relationships.role.data?.id
  const change = useChange(['users'], (api, role: string) =>
    api.update('users', user.id, {}, { role: { data: { type: 'roles', id: role } } }),
  )
  return ({ value, label }) => {
    const done = say.roleChanged(user.attributes.name, label)
    const undo = before === undefined ? {} : { undo: () => change.mutateAsync(before) }
    return doAtOnce({ act: () => change.mutateAsync(value), done, ...undo })
  }
}

/** Deactivates or activates a person at once, and offers to undo it. */
export function ActiveButton({ of: user }: { of: User }) {
  const say = useWords({ en, fr })
  const doAtOnce = useDoAtOnce()
  const { name, isActive } = user.attributes
  const change = useChange(['users'], (api, input: { isActive: boolean }) => api.update('users', user.id, input))
  const done = isActive ? say.deactivated(name) : say.activated(name)
  const set = (on: boolean) => () => change.mutateAsync({ isActive: on })
  const turn = () => void doAtOnce({ act: set(!isActive), done, undo: set(isActive) })
  return (
    <Button variant="default" size="compact-sm" loading={change.isPending} onClick={turn}>
      {isActive ? say.deactivate : say.activate}
    </Button>
  )
}

import { Button, Group, Table, Text } from '@mantine/core'
import type { Resource } from '../app/api.ts'
import { useWords } from '../app/language.tsx'
import { CheckIcon } from '../parts/icons.tsx'
import { useRoleNames } from '../parts/role-name.tsx'
import { roles as en } from '../texts/en/roles.ts'
import { roles as fr } from '../texts/fr/roles.ts'
import css from './members.module.css'

type Role = Resource<'roles'>
export type Permission = Role['attributes']['permissions'][number]
type Props = {
  roles: readonly Role[]
  permissions: readonly Permission[]
  onEdit: ((role: Role) => void) | null
  onRemove: ((role: Role) => void) | null
}

/** A row for each permission, a column for each role. */
export function RoleTable({ roles, permissions, onEdit, onRemove }: Props) {
  const say = useWords({ en, fr })
  const sayPermission = useSayPermission()
  const nameRole = useRoleNames()
  return (
    // The table scrolls sideways, so it must take the focus of the keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus
    <section className={css.wide} aria-label={say.table} tabIndex={0}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{say.permission}</Table.Th>
            {roles.map((role) => (
              <Table.Th key={role.id}>
                {nameRole(role.attributes.name)}
                {role.attributes.isBuiltin && (
                  <Text component="div" size="xs" c="dimmed">
                    {say.builtin}
                  </Text>
                )}
                {!role.attributes.isBuiltin && (onEdit || onRemove) && (
                  <Group gap={4} wrap="nowrap">
                    <Button variant="default" size="compact-xs" onClick={() => onEdit?.(role)}>
                      {say.edit}
                    </Button>
                    <Button variant="default" size="compact-xs" onClick={() => onRemove?.(role)}>
                      {say.remove}
                    </Button>
                  </Group>
                )}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {permissions.map((permission) => (
            <Table.Tr key={permission}>
              <Table.Th scope="row" fw={400} title={permission}>
                {sayPermission(permission)}
              </Table.Th>
              {roles.map(({ id, attributes }) => (
                <Table.Td key={id}>
                  {attributes.permissions.includes(permission) ? (
                    <span role="img" aria-label={say.yes}>
                      <CheckIcon />
                    </span>
                  ) : (
                    <span role="img" aria-label={say.no} />
                  )}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  )
}

/** A permission in words: "Webhooks: make and change"; its name if it has no words yet. */
export function useSayPermission(): (permission: Permission) => string {
  const { areas, verbs, said } = useWords({ en, fr })
  return (permission) => {
    const [area = '', verb = ''] = permission.split(':')
    return said(areas[area] ?? area, verbs[verb] ?? verb)
  }
}

import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import type { agreement } from '../../texts/en/agreement.ts'
import css from './agreement.module.css'
import { Card } from './card.tsx'
import type { Draft, Role } from './draft.ts'
import { addRole, changeRole, isRoleKind, mostRoles, removeRole, roleKinds } from './role-changes.ts'

type Props = {
  say: typeof agreement
  draft: Draft
  faults: Record<string, string>
  onChange(changes: Partial<Draft>): void
}

/** The roles: the participants, their actions, and their order. */
export function Roles({ say: { roles: say }, draft, faults, onChange }: Props) {
  const { signerRoles } = draft
  const [first, second] = signerRoles
  return (
    <Card title={say.title} about={second ? say.aboutSeveral : say.about} fault={faults['']}>
      {signerRoles.map((role, index) => (
        <RoleRow
          // The place identifies a role here, because its key may be edited.
          // biome-ignore lint/suspicious/noArrayIndexKey: the order changes only when one is removed.
          key={index}
          {...{ say, role, index }}
          isOnly={role === first && !second}
          faultOf={(name) => faults[name === '' ? `/${index}` : `/${index}/${name}`]}
          onChange={(changed) => onChange(changeRole(draft, index, changed))}
          onRemove={() => onChange(removeRole(draft, index))}
        />
      ))}
      <Button
        variant="default"
        size="xs"
        mt="sm"
        disabled={signerRoles.length >= mostRoles}
        onClick={() => onChange(addRole(draft, say))}
      >
        {say.add}
      </Button>
    </Card>
  )
}

type RowProps = {
  say: (typeof agreement)['roles']
  role: Role
  index: number
  isOnly: boolean
  faultOf(name: string): string | undefined
  onChange(role: Role): void
  onRemove(): void
}

function RoleRow({ say, role, index, isOnly, faultOf, onChange, onRemove }: RowProps) {
  const name = (
    <TextInput
      size="xs"
      label={say.name}
      description={isOnly ? say.hint : undefined}
      value={role.name}
      error={faultOf('name') ?? faultOf('')}
      onChange={({ currentTarget: { value } }) => onChange({ ...role, name: value })}
    />
  )
  if (isOnly) return name
  return (
    <fieldset className={css.role} aria-label={role.name || role.key}>
      {name}
      <TextInput
        size="xs"
        label={say.key}
        value={role.key}
        error={faultOf('key')}
        onChange={({ currentTarget: { value } }) => onChange({ ...role, key: value })}
      />
      <NativeSelect
        size="xs"
        label={say.kind}
        data={roleKinds.map((value) => ({ value, label: say.kinds[value] }))}
        value={role.kind ?? 'signer'}
        error={faultOf('kind')}
        onChange={({ currentTarget: { value } }) => isRoleKind(value) && onChange({ ...role, kind: value })}
      />
      <NumberInput
        size="xs"
        label={say.order}
        min={1}
        max={mostRoles}
        allowDecimal={false}
        disabled={role.kind === 'copy'}
        value={role.order ?? index + 1}
        error={faultOf('order')}
        onChange={(value) => onChange({ ...role, order: value === '' ? 1 : Number(value) })}
      />
      <Button variant="subtle" size="compact-xs" color="red" aria-label={say.remove(role.name)} onClick={onRemove}>
        ✕
      </Button>
    </fieldset>
  )
}

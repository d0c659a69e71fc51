import { Checkbox, NativeSelect, Text, Title } from '@mantine/core'
import { useNamed } from '../../app/named.ts'
import type { agreement } from '../../texts/en/agreement.ts'
import css from './agreement.module.css'
import { type CheckType, checkTiers, checkTypes } from './checks.ts'
import type { Check, Role } from './draft.ts'

type Props = {
  say: typeof agreement
  checks: readonly Check[]
  roles: readonly Role[]
  faults: Record<string, string>
  onChange(checks: Check[]): void
}

/** The checks that the signer passes through, one of each kind. */
export function RequiredChecks({ say: { checks: say }, checks, roles, faults, onChange }: Props) {
  const acting = roles.filter(({ kind }) => kind !== 'copy')
  const several = acting.length > 1
  return (
    <section className={css.card} aria-label={say.title}>
      <Title order={2} size="h5">
        {say.title}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {say.about}
      </Text>
      {acting.map(({ key, name }) => (
        <ChecksOf key={key} {...{ say, checks, onChange }} role={key} name={several ? name : null} />
      ))}
      {Object.values(faults).map((fault) => (
        <Text key={fault} size="sm" c="red" role="alert">
          {fault}
        </Text>
      ))}
    </section>
  )
}

type OfProps = Pick<Props, 'checks' | 'onChange'> & {
  say: (typeof agreement)['checks']
  role: string
  name: string | null
}

function ChecksOf({ say, checks, role, name, onChange }: OfProps) {
  const named = useNamed()
  const others = (type: CheckType) => checks.filter((check) => check.type !== type || check.role !== role)
  const require = (type: CheckType, tier: string | null) => onChange([...others(type), { type, tier, role }])
  return (
    <fieldset className={css.plain} aria-label={name ?? say.title}>
      {name && (
        <Text size="sm" fw={600} mt="xs">
          {name}
        </Text>
      )}
      {checkTypes.map((type) => {
        const known = checks.find((check) => check.type === type && check.role === role)
        const tiers: readonly (keyof typeof say.tiers)[] = checkTiers[type]
        return (
          <div key={type} className={css.check}>
            <Checkbox
              label={say.types[type]}
              checked={known !== undefined}
              onChange={({ currentTarget: { checked } }) =>
                checked ? require(type, tiers[0] ?? null) : onChange(others(type))
              }
            />
            {known && tiers.length > 0 && (
              <NativeSelect
                size="xs"
                aria-label={named(say.types[type], say.depth)}
                data={tiers.map((value) => ({ value, label: say.tiers[value] }))}
                value={known.tier ?? ''}
                onChange={({ currentTarget: { value } }) => require(type, value)}
              />
            )}
          </div>
        )
      })}
    </fieldset>
  )
}

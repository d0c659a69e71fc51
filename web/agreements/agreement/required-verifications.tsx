import { Checkbox, NativeSelect, Text, Title } from '@mantine/core'
import { useNamed } from '../../app/named.ts'
import type { agreement } from '../../texts/en/agreement.ts'
import css from './agreement.module.css'
import type { RequiredVerification, Role } from './draft.ts'
import { type VerificationType, verificationTiers, verificationTypes } from './verifications.ts'

type Props = {
  say: typeof agreement
  verifications: readonly RequiredVerification[]
  roles: readonly Role[]
  faults: Record<string, string>
  onChange(verifications: RequiredVerification[]): void
}

/** The verifications of the signer, one of each kind. */
export function RequiredVerifications({ say: { verifications: say }, verifications, roles, faults, onChange }: Props) {
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
        <VerificationsOf key={key} {...{ say, verifications, onChange }} role={key} name={several ? name : null} />
      ))}
      {Object.values(faults).map((fault) => (
        <Text key={fault} size="sm" c="red" role="alert">
          {fault}
        </Text>
      ))}
    </section>
  )
}

type OfProps = Pick<Props, 'verifications' | 'onChange'> & {
  say: (typeof agreement)['verifications']
  role: string
  name: string | null
}

function VerificationsOf({ say, verifications, role, name, onChange }: OfProps) {
  const named = useNamed()
  const others = (type: VerificationType) => verifications.filter((one) => one.type !== type || one.role !== role)
  const require = (type: VerificationType, tier: string | null) => onChange([...others(type), { type, tier, role }])
  return (
    <fieldset className={css.plain} aria-label={name ?? say.title}>
      {name && (
        <Text size="sm" fw={600} mt="xs">
          {name}
        </Text>
      )}
      {verificationTypes.map((type) => {
        const known = verifications.find((one) => one.type === type && one.role === role)
        const tiers: readonly (keyof typeof say.tiers)[] = verificationTiers[type]
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

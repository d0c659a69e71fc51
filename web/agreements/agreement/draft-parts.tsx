import { TextInput } from '@mantine/core'
import type { agreement } from '../../texts/en/agreement.ts'
import { type Fault, faultsBelow } from './preview-faults.ts'
import { RequiredVerifications } from './required-verifications.tsx'
import { Roles } from './roles.tsx'
import { Settings } from './settings.tsx'
import type { DraftInHand } from './use-draft.ts'

type Props = { say: typeof agreement; of: DraftInHand; errors: readonly Fault[] }

/** The title of a draft. */
export function DraftTitle({ say, of: { draft, write }, errors, ...space }: Props & { mt?: 'md'; mb?: 'sm' }) {
  return (
    <TextInput
      label={say.title}
      {...space}
      value={draft.title}
      error={faultsBelow(errors, 'title')['']}
      onChange={({ currentTarget: { value } }) => write({ title: value })}
    />
  )
}

/** The participants of a draft. */
export function DraftRoles({ say, of: { draft, write }, errors }: Props) {
  return <Roles say={say} draft={draft} faults={faultsBelow(errors, 'signerRoles')} onChange={write} />
}

/** The required verifications of a draft, and its settings. */
export function DraftRules({ say, of: { base, draft, write }, errors }: Props) {
  return (
    <>
      <RequiredVerifications
        say={say}
        verifications={draft.requiredVerifications}
        roles={draft.signerRoles}
        faults={faultsBelow(errors, 'requiredVerifications')}
        onChange={(requiredVerifications) => write({ requiredVerifications })}
      />
      <Settings say={say} base={base} draft={draft} faults={(member) => faultsBelow(errors, member)} onChange={write} />
    </>
  )
}

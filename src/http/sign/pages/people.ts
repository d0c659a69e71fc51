import type { Ceremony } from '../../../core/ceremony/index.ts'
import { whoseTurn } from '../../../core/submissions/index.ts'
import type { Reader } from '../../reader.ts'

/** The name of a role, to show to people. */
export function roleNameOf({ version }: Pick<Ceremony, 'version'>, key: string): string {
  return version.signer_roles.find((role) => role.key === key)?.name ?? key
}

/** The people for whom a submission waits, by name and role. Others never see their addresses. */
export function sayWaitedFor(reader: Reader, ceremony: Ceremony): string {
  const people = whoseTurn(ceremony.signers).map(({ name, role }) => {
    const called = roleNameOf(ceremony, role)
    return name ? `${name} (${called})` : called
  })
  return new Intl.ListFormat(reader.language, { type: 'conjunction' }).format(people)
}

import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from '../app/language.tsx'
import { useSession } from '../app/session.ts'
import { shell as en } from '../texts/en/shell.ts'
import { shell as fr } from '../texts/fr/shell.ts'
import { PageHead } from './page-head.tsx'

/** Shows what is in it to whoever has the permission, and tells others that their role does not reach so far. */
export function Guard({ permission, children }: { permission: string; children: ReactNode }) {
  const say = useWords({ en, fr }).refused
  const { may, membership } = useSession()
  if (may(permission)) return children
  return (
    <>
      <PageHead title={say.title} />
      <Text>{say.text(membership?.role ?? '')}</Text>
    </>
  )
}

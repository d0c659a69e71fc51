import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from '../app/language.tsx'
import type { PageEntry } from '../app/pages.ts'
import { useMaySee, useSession } from '../app/session.ts'
import { shell as en } from '../texts/en/shell.ts'
import { shell as fr } from '../texts/fr/shell.ts'
import { PageHead } from './page-head.tsx'

/** Shows a page to people with its permission, and tells others that their role does not have it. */
export function Guard({ page, children }: { page: PageEntry; children: ReactNode }) {
  const say = useWords({ en, fr }).refused
  const { membership } = useSession()
  const maySee = useMaySee()
  if (maySee(page)) return children
  return (
    <>
      <PageHead title={say.title} />
      <Text>{say.text(membership?.role ?? '')}</Text>
    </>
  )
}

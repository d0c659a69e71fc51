import { Text } from '@mantine/core'
import { PageHead } from '../../parts/page-head.tsx'
import { shell as en } from '../../texts/en/shell.ts'
import { shell as fr } from '../../texts/fr/shell.ts'
import { useWords } from '../language.tsx'

/** Shown when the person does not belong to the organization in the address, or to any organization. */
export function NoOrganization() {
  const say = useWords({ en, fr }).noOrganization
  return (
    <>
      <PageHead title={say.title} />
      <Text>{say.text}</Text>
    </>
  )
}

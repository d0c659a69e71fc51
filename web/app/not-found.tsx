import { Anchor, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { PageHead } from '../parts/page-head.tsx'
import { shell as en } from '../texts/en/shell.ts'
import { shell as fr } from '../texts/fr/shell.ts'
import { useWords } from './language.tsx'

export function NotFoundPage() {
  const say = useWords({ en, fr }).notFound
  return (
    <>
      <PageHead title={say.title} />
      <Text mb="md">{say.text}</Text>
      <Anchor renderRoot={(props) => <Link to="/" {...props} />}>{say.home}</Anchor>
    </>
  )
}

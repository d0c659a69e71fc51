import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useWords } from '../app/language.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Together } from '../parts/together.tsx'
import { operator as en } from '../texts/en/operator.ts'
import { operator as fr } from '../texts/fr/operator.ts'
import { Findings, Queues } from './health.tsx'
import { Jobs } from './jobs.tsx'
import { Outbox, TestMail } from './mails.tsx'
import { Organizations } from './organizations.tsx'
import { Server } from './server.tsx'

/** The pages of the operator: the state of the server, and the actions on it. */
export function Page() {
  const say = useWords({ en, fr })
  const queries = useQueryClient()
  const lookAgain = () =>
    void queries.invalidateQueries({ predicate: ({ queryKey: [type] }) => String(type).startsWith('server-') })
  const again = (
    <Button variant="default" onClick={lookAgain}>
      {say.again}
    </Button>
  )
  return (
    <>
      <PageHead title={say.title} about={say.about} actions={again} />
      <Together>
        <Server />
        <Findings />
        <Queues />
        <Jobs />
        <Outbox />
        <TestMail />
        <Organizations />
      </Together>
    </>
  )
}

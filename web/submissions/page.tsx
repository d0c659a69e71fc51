import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useWords } from '../app/language.tsx'
import { prefix } from '../app/place.ts'
import { useSession } from '../app/session.ts'
import { CopyField } from '../parts/copy-field.tsx'
import { EmptyState } from '../parts/empty-state.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { submissions as en } from '../texts/en/submissions.ts'
import { submissions as fr } from '../texts/fr/submissions.ts'
import { SubmissionList } from './submission-list.tsx'

/** All submissions of the organization. */
export function Page() {
  const say = useWords({ en, fr })
  const mayWrite = useSession().may('submissions:write')
  return (
    <>
      <PageHead
        title={say.title}
        about={say.about}
        actions={
          mayWrite && (
            <Button variant="default" renderRoot={(props) => <Link to="/submissions/bulk" {...props} />}>
              {say.many}
            </Button>
          )
        }
      />
      <SubmissionList empty={<NoSubmissions say={say} />} />
    </>
  )
}

function NoSubmissions({ say: { empty: say } }: { say: typeof en }) {
  const relationships = { agreementLink: { data: { type: 'agreement-links', id: 'LINK' } } }
  const attributes = { newSigner: { name: 'Robin', email: 'robin@example.com' } }
  const curl = [
    `curl ${location.origin}${prefix}/v1/api/submissions`,
    `-H "authorization: Bearer $TOKEN"`,
    `-H 'content-type: application/vnd.api+json'`,
    `-d '${JSON.stringify({ data: { type: 'submissions', attributes, relationships } })}'`,
  ].join(' \\\n  ')
  return (
    <EmptyState
      title={say.title}
      action={<Button renderRoot={(props) => <Link to="/agreements" {...props} />}>{say.agreements}</Button>}
    >
      {say.text}
      <CopyField value={curl} what={say.command} />
    </EmptyState>
  )
}

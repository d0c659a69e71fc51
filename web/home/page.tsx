import { useResources } from '../app/api.ts'
import { useWords } from '../app/language.tsx'
import { useSession } from '../app/session.ts'
import { PageHead } from '../parts/page-head.tsx'
import { Together } from '../parts/together.tsx'
import { home as en } from '../texts/en/home.ts'
import { home as fr } from '../texts/fr/home.ts'
import { FirstSteps } from './first-steps.tsx'
import css from './home.module.css'
import { OpenTasks } from './open-tasks.tsx'
import { SubmissionVolume, VerificationVolume } from './volumes.tsx'

/** Home: the open tasks, the numbers, and a newcomer's steps to a first signed agreement. */
export function Page() {
  const say = useWords({ en, fr })
  const { user, membership, may } = useSession()
  return (
    <>
      <PageHead title={say.title} about={say.welcome(user.name, membership?.name ?? '')} />
      <Together>
        {may('organization:read') && <OpenTasks />}
        {may('submissions:read') && may('api_keys:write') && <NewcomersSteps />}
        <div className={css.columns}>
          {may('verifications:read') && <VerificationVolume />}
          {may('submissions:read') && <SubmissionVolume />}
        </div>
      </Together>
    </>
  )
}

function NewcomersSteps() {
  const { data } = useResources('submissions', { page: { size: 1 } })
  return data?.meta?.total === 0 ? <FirstSteps /> : null
}

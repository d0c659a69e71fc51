import { useWords } from '../app/language.tsx'
import { useSession } from '../app/session.ts'
import { PageHead } from '../parts/page-head.tsx'
import { home as en } from '../texts/en/home.ts'
import { home as fr } from '../texts/fr/home.ts'

export function Page() {
  const say = useWords({ en, fr })
  const { user, membership } = useSession()
  return <PageHead title={say.title} about={say.welcome(user.name, membership?.name ?? '')} />
}

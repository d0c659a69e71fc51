import { Stack } from '@mantine/core'
import { useWords } from '../app/language.tsx'
import { useSession } from '../app/session.ts'
import { PageHead } from '../parts/page-head.tsx'
import { profile as en } from '../texts/en/profile.ts'
import { profile as fr } from '../texts/fr/profile.ts'
import { AboutYou } from './about-you.tsx'
import { AppCodes } from './app-codes.tsx'
import { Passkeys } from './passkeys.tsx'
import { Password } from './password.tsx'
import { Sessions } from './sessions.tsx'

/** The person's profile: name, language, ways in, and sessions. */
export function Page() {
  const say = useWords({ en, fr })
  const maySee = useSession().may('organization:read')
  return (
    <>
      <PageHead title={say.title} about={say.about} />
      <Stack gap="xl" maw="46rem">
        <AboutYou />
        <Password />
        <AppCodes />
        <Passkeys />
        {maySee && <Sessions />}
      </Stack>
    </>
  )
}

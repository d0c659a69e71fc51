import { Alert } from '@mantine/core'
import { useResource } from '../../app/api.ts'
import { useWords } from '../../app/language.tsx'
import { usePathId } from '../../app/params.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { Together } from '../../parts/together.tsx'
import { verification as enOne } from '../../texts/en/verification.ts'
import { verifications as en } from '../../texts/en/verifications.ts'
import { verification as frOne } from '../../texts/fr/verification.ts'
import { verifications as fr } from '../../texts/fr/verifications.ts'
import { nameOf, type Verification } from '../words.tsx'
import { Actions } from './actions.tsx'
import { Consents } from './consents.tsx'
import { Findings } from './findings.tsx'
import { Known } from './known.tsx'
import { TimeLine } from './time-line.tsx'

/** One check: its state, its history, and its actions. */
export function Page() {
  const asked = useResource('verifications', usePathId(), { include: ['scans'] })
  return (
    <Loaded of={asked}>
      {({ data, included = [] }) => <One of={data} scans={included.flatMap((one) => (isScan(one) ? [one] : []))} />}
    </Loaded>
  )
}

function One({ of: one, scans }: { of: Verification; scans: Verification[] }) {
  const words = useWords({ en, fr })
  const say = useWords({ en: enOne, fr: frOne })
  return (
    <>
      <PageHead
        back={{ to: '/verifications', label: words.title }}
        title={nameOf(one.attributes, words)}
        actions={<Actions of={one} />}
      />
      {one.attributes.isSimulated && (
        <Alert color="sea" mb="md" p="xs">
          {say.played}
        </Alert>
      )}
      <Together>
        <Known of={one} />
        <Findings of={one} scans={scans} />
        <TimeLine of={one} />
        <Consents person={one.attributes.person} />
      </Together>
    </>
  )
}

function isScan(one: { type: string }): one is Verification {
  return one.type === 'verifications'
}

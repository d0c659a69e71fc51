import { Anchor, Code } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useWords } from '../../app/language.tsx'
import { Facts } from '../../parts/facts.tsx'
import { Time } from '../../parts/time.tsx'
import { verification as enOne } from '../../texts/en/verification.ts'
import { verifications as en } from '../../texts/en/verifications.ts'
import { verification as frOne } from '../../texts/fr/verification.ts'
import { verifications as fr } from '../../texts/fr/verifications.ts'
import { ResultBadge, type Verification } from '../words.tsx'
import { readDetails, spell } from './details.ts'

/** The facts about a check, as names and values. */
export function Known({ of: one }: { of: Verification }) {
  const words = useWords({ en, fr })
  const say = useWords({ en: enOne, fr: frOne })
  const { status, subStatus, provider, person, metadata, details } = one.attributes
  const { submission, parent } = one.relationships
  const { waitingOn, eta, reasonCodes } = readDetails(details)
  const pairs = Object.entries(metadata)
  const { facts } = say
  return (
    <Facts
      of={[
        [facts.id, <Code key="id">{one.id}</Code>],
        [facts.status, words.statuses[status]],
        [facts.result, <ResultBadge key="result" of={one} say={words} />],
        [facts.at, subStatus && words.subStatuses[subStatus]],
        [facts.waitingOn, waitingOn && (say.waitingOn[waitingOn] ?? waitingOn)],
        [facts.eta, eta && <Time at={eta} />],
        [facts.reasons, reasonCodes.map(spell).join(', ')],
        [facts.provider, provider],
        [facts.person, <Code key="person">{person}</Code>],
        [facts.submission, submission.data && <To to="/submissions/$id" id={submission.data.id} />],
        [facts.parent, parent.data && <To to="/verifications/$id" id={parent.data.id} />],
        [
          facts.metadata,
          pairs.length > 0 ? pairs.map(([name, value]) => <Pair key={name} {...{ name, value }} />) : null,
        ],
      ]}
    />
  )
}

function To({ to, id }: { to: '/submissions/$id' | '/verifications/$id'; id: string }) {
  return <Anchor renderRoot={(props) => <Link to={to} params={{ id }} {...props} />}>{id}</Anchor>
}

function Pair({ name, value }: { name: string; value: unknown }) {
  return (
    <div>
      <Code>{name}</Code> {typeof value === 'string' ? value : JSON.stringify(value)}
    </div>
  )
}

import { Anchor, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type Resource, useResource, useResources } from '../../app/api.ts'
import { useLanguage, useWords } from '../../app/language.tsx'
import { useNamed } from '../../app/named.ts'
import { usePathId } from '../../app/params.ts'
import { useSession } from '../../app/session.ts'
import { useNow } from '../../parts/clock.ts'
import { Facts } from '../../parts/facts.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { StatusBadge } from '../../parts/status-badge.tsx'
import { Time } from '../../parts/time.tsx'
import { TimeLine } from '../../parts/time-line.tsx'
import { Together } from '../../parts/together.tsx'
import { agreement as enAgreement } from '../../texts/en/agreement.ts'
import { submissions as en } from '../../texts/en/submissions.ts'
import { agreement as frAgreement } from '../../texts/fr/agreement.ts'
import { submissions as fr } from '../../texts/fr/submissions.ts'
import { hasEnded, tones } from '../tones.ts'
import { Actions } from './actions.tsx'
import { Files } from './files.tsx'
import { Filled } from './filled.tsx'
import { listHappenings } from './happenings.ts'
import { awaitedOf, isSealLate, type Signer } from './part.ts'
import { Party } from './party.tsx'
import { Seal } from './seal.tsx'
import css from './submission.module.css'

/** One submission: its events, its facts, and its document. */
export function Page() {
  const asked = useResource('submissions', usePathId())
  return <Loaded of={asked}>{({ data }) => <Whole of={data} />}</Loaded>
}

function Whole({ of: submission }: { of: Resource<'submissions'> }) {
  const say = useWords({ en, fr })
  const { status, people } = submission.attributes
  return (
    <Together>
      <PageHead
        back={{ to: '/submissions', label: say.title }}
        title={people ?? say.one.untitled}
        about={<StatusBadge tone={tones[status]}>{say.statuses[status]}</StatusBadge>}
        actions={<Actions say={say} of={submission} />}
      />
      <div className={css.columns}>
        <History say={say} of={submission} />
        <div>
          <Party say={say} of={submission} />
          <Known say={say} of={submission} />
          <Filled say={say} of={submission} />
          <Files say={say} of={submission} />
          <Seal say={say} of={submission} />
        </div>
      </div>
    </Together>
  )
}

type Props = { say: typeof en; of: Resource<'submissions'> }

function History({ say, of: submission }: Props) {
  const { may } = useSession()
  const { types } = useWords({ en: enAgreement, fr: frAgreement }).verifications
  const query = { filter: { submission: submission.id }, page: { size: 100 } }
  const signers = useResources('signers', query).data?.data ?? []
  const verifications = useResources('verifications', query, may('verifications:read')).data?.data ?? []
  const deliveries = useResources('webhook-events', query, may('webhooks:read')).data?.data ?? []
  const reminders = useResources('reminders', query).data?.data ?? []
  const named = { filter: { chain: submission.id, action: 'signer.' }, page: { size: 100 } }
  const moves = useResources('audit-events', named, may('audit:read')).data?.data ?? []
  const happenings = listHappenings(
    { submission, signers, verifications, deliveries, reminders, moves },
    { say, types },
  )
  const { language } = useLanguage()
  const now = useNow()
  const end = hasEnded(submission.attributes.status)
    ? undefined
    : sayAwaited(say, submission, signers, { language, now })
  return <TimeLine title={say.line.title} of={happenings} end={end} />
}

function sayAwaited(
  { line, sealReasons }: typeof en,
  submission: Resource<'submissions'>,
  signers: readonly Signer[],
  { language, now }: { language: string; now: number },
): string {
  const names = awaitedOf(signers).map(({ attributes: { name, email } }) => name ?? email)
  const { sealReason } = submission.attributes
  const reasons: Readonly<Record<string, string>> = sealReasons
  if (names.length === 0 && sealReason !== null) return line.lateBecause(reasons[sealReason] ?? sealReasons.other)
  if (names.length === 0 && signers.length > 0) return isSealLate(signers, now) ? line.late : line.making
  const known = names.filter((name) => name !== null)
  return known.length === 0 ? line.waiting : line.waitingFor(new Intl.ListFormat(language).format(known))
}

function Known({ say: { one: say }, of: { id, attributes, relationships } }: Props) {
  const agreementId = relationships.agreement.data?.id ?? ''
  const query = { filter: { id: agreementId }, fields: { agreements: ['title', 'signerRoles'] } }
  const [agreement] = useResources('agreements', query, useSession().may('agreements:read')).data?.data ?? []
  const { metadata, leftOut, agreementVersion, createdAt } = attributes
  const isSent = leftOut.length > 0 || Object.keys(metadata).length > 0
  const named = useNamed()
  const reasons: Record<string, string> = say.leftOutReasons
  return (
    <div className={css.known}>
      <Facts
        of={[
          [
            say.agreement,
            <Anchor key="agreement" renderRoot={(props) => <Link to={`/agreements/${agreementId}`} {...props} />}>
              {agreement?.attributes.title ?? '…'}
            </Anchor>,
          ],
          [say.version, agreementVersion],
          [say.begun, <Time key="begun" at={createdAt} />],
          [say.id, <code key="id">{id}</code>],
        ]}
      />
      {isSent && (
        <Title order={2} size="h4" mt="lg" mb="xs">
          {say.metadata}
        </Title>
      )}
      <Facts
        of={[
          ...Object.entries(metadata).map(([name, value]) => [name, [value].flat().join(', ')] as const),
          ...leftOut.map(({ name, reason }) => [named(say.leftOut, name), reasons[reason] ?? reason] as const),
        ]}
      />
    </div>
  )
}

import { Tabs } from '@mantine/core'
import { lazy, Suspense } from 'react'
import type { Document } from '../../../clients/jsonapi/src/index.ts'
import { useResource } from '../../app/api.ts'
import { useWords } from '../../app/language.tsx'
import { usePathId } from '../../app/params.ts'
import { EmptyState } from '../../parts/empty-state.tsx'
import { useAddressWords } from '../../parts/list/search.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { StatusBadge } from '../../parts/status-badge.tsx'
import { Time } from '../../parts/time.tsx'
import { Waiting } from '../../parts/waiting.tsx'
import { SubmissionList } from '../../submissions/submission-list.tsx'
import { agreement as en } from '../../texts/en/agreement.ts'
import { agreement as fr } from '../../texts/fr/agreement.ts'
import { Links } from '../links/links.tsx'
import { Actions } from './actions.tsx'
import type { Agreement } from './draft.ts'
import { useDraft } from './use-draft.ts'
import { Versions } from './versions.tsx'
import { Write } from './write.tsx'

// Only agreements with a PDF need it.
const WritePdf = lazy(async () => ({ default: (await import('../pdf/write-pdf.tsx')).WritePdf }))

const tabs = ['write', 'links', 'submissions', 'versions'] as const

/** One agreement: its text with the signer's view, its links, its versions, its submissions. */
export function Page() {
  const id = usePathId()
  const asked = useResource('agreements', id)
  return <Loaded of={asked}>{(read) => <Whole key={id} read={read} />}</Loaded>
}

function Whole({ read }: { read: Document<Agreement> }) {
  const say = useWords({ en, fr })
  const hand = useDraft(read)
  const [words, change] = useAddressWords()
  const tab = tabs.find((one) => one === words.tab) ?? 'write'
  const { attributes } = read.data
  return (
    <>
      <PageHead
        back={{ to: '/agreements', label: say.agreements }}
        title={attributes.title}
        about={<State say={say} of={attributes} />}
        actions={<Actions say={say} of={read.data} />}
      />
      <Tabs
        value={tab}
        onChange={(next) => change({ tab: next === 'write' ? undefined : (next ?? undefined) })}
        keepMounted={false}
      >
        <Tabs.List mb="md" aria-label={say.tabs.label}>
          {tabs.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {name === 'write' && attributes.file ? say.tabs.pages : say.tabs[name]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="write">
          {attributes.file ? (
            <Suspense fallback={<Waiting />}>
              <WritePdf say={say} of={hand} />
            </Suspense>
          ) : (
            <Write say={say} of={hand} />
          )}
        </Tabs.Panel>
        <Tabs.Panel value="links">
          <Links of={read.data} />
        </Tabs.Panel>
        <Tabs.Panel value="submissions">
          <SubmissionList
            agreementId={read.data.id}
            empty={<EmptyState title={say.submissions.empty.title}>{say.submissions.empty.text}</EmptyState>}
          />
        </Tabs.Panel>
        <Tabs.Panel value="versions">
          <Versions say={say} of={read.data} hand={hand} />
        </Tabs.Panel>
      </Tabs>
    </>
  )
}

function State({ say, of }: { say: typeof en; of: Agreement['attributes'] }) {
  return (
    <>
      {say.state(of.version)}, {say.changed} <Time at={of.updatedAt} />{' '}
      {of.isArchived && (
        <>
          <StatusBadge tone="calm">{say.archived}</StatusBadge> {say.archivedAbout}
        </>
      )}
    </>
  )
}

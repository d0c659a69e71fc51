import { Group, SegmentedControl, Text } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useWords } from '../../app/language.tsx'
import { useSession } from '../../app/session.ts'
import { ErrorNote } from '../../parts/error-note.tsx'
import { tell } from '../../parts/tell.ts'
import type { agreement } from '../../texts/en/agreement.ts'
import { pdf as en } from '../../texts/en/pdf.ts'
import { pdf as fr } from '../../texts/fr/pdf.ts'
import { DraftRoles, DraftRules, DraftTitle } from '../agreement/draft-parts.tsx'
import { type Fault, faultsBelow } from '../agreement/preview-faults.ts'
import { Notices, SavingBar, useSaving } from '../agreement/saving.tsx'
import type { DraftInHand } from '../agreement/use-draft.ts'
import { usePreview } from '../agreement/use-preview.ts'
import { FileActions } from './file-actions.tsx'
import { Pages } from './pages.tsx'
import css from './pdf.module.css'
import { Replace } from './replace.tsx'
import { SignerView } from './signer-view.tsx'
import { findSpots } from './spots.ts'
import { useWork } from './use-work.ts'

type View = 'fields' | 'signer'

const noFaults: readonly Fault[] = []

/** The page that edits an agreement with a PDF: its pages with their fields, beside the list of all fields. */
export function WritePdf({ say: words, of: hand }: { say: typeof agreement; of: DraftInHand }) {
  const say = useWords({ en, fr })
  const { base, draft, write } = hand
  const { file, isArchived } = base.attributes
  const mayWrite = useSession().may('agreements:write') && !isArchived
  const [view, setView] = useState<View>('fields')
  const [isReplacing, setReplacing] = useState(false)
  const { save, failure } = useSaving(words, hand)
  const { data: shown, error } = usePreview(draft, mayWrite, { agreementId: base.id })
  const errors = shown?.faults ?? noFaults
  const spots = useMemo(() => (file ? findSpots(draft.fields, file, shown) : []), [draft.fields, file, shown])
  const work = useWork({ draft, pages: file?.pages ?? [], spots, write })
  const parts = { say: words, of: hand, errors }
  return (
    <fieldset className={css.plain}>
      <Notices say={words} of={hand} onSave={save} />
      <Group justify="space-between" align="flex-end" mb="sm">
        <ViewChoice say={say} mayWrite={mayWrite} value={view} onChange={setView} />
        <FileActions say={say} of={base} onReplace={mayWrite ? () => setReplacing(true) : null} />
      </Group>
      <ErrorNote error={error} />
      {Object.values(faultsBelow(errors, 'fileUpload')).map((fault) => (
        <Text key={fault} size="sm" c="red" role="alert" mb="xs">
          {fault}
        </Text>
      ))}
      {view === 'signer' ? (
        <SignerView say={say} words={words} draft={draft} agreementId={base.id} />
      ) : (
        <Pages {...{ say, words, spots, work, mayWrite }} of={hand} faults={faultsBelow(errors, 'fields')} />
      )}
      <fieldset disabled={!mayWrite} className={css.plain}>
        <DraftTitle {...parts} mt="md" />
        <DraftRoles {...parts} />
        <DraftRules {...parts} />
        {mayWrite && <SavingBar say={words} of={hand} onSave={save} failure={failure} faultCount={errors.length} />}
      </fieldset>
      {isReplacing && (
        <Replace
          say={say}
          of={hand}
          onReplaced={(version) => {
            setReplacing(false)
            void tell(words.saved(version))
          }}
          onClose={() => setReplacing(false)}
        />
      )}
    </fieldset>
  )
}

type ViewChoiceProps = { say: typeof en; mayWrite: boolean; value: View; onChange(view: View): void }

function ViewChoice({ say, mayWrite, value, onChange }: ViewChoiceProps) {
  return (
    <SegmentedControl
      size="xs"
      aria-label={say.view}
      data={[
        { value: 'fields', label: say.views.fields },
        ...(mayWrite ? [{ value: 'signer', label: say.views.signer }] : []),
      ]}
      value={value}
      onChange={(chosen) => onChange(chosen === 'signer' ? 'signer' : 'fields')}
    />
  )
}

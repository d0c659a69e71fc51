import { Button, Group, SegmentedControl, Text, TextInput, VisuallyHidden } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useChange } from '../../app/api.ts'
import { useWords } from '../../app/language.tsx'
import { useSession } from '../../app/session.ts'
import { ErrorNote } from '../../parts/error-note.tsx'
import { saveFile } from '../../parts/save-file.ts'
import { tell } from '../../parts/tell.ts'
import type { agreement } from '../../texts/en/agreement.ts'
import { parts as enParts } from '../../texts/en/parts.ts'
import { pdf as en } from '../../texts/en/pdf.ts'
import { parts as frParts } from '../../texts/fr/parts.ts'
import { pdf as fr } from '../../texts/fr/pdf.ts'
import type { Agreement } from '../agreement/draft.ts'
import { type Fault, faultsBelow } from '../agreement/preview-faults.ts'
import { RequiredVerifications } from '../agreement/required-verifications.tsx'
import { Roles } from '../agreement/roles.tsx'
import { Notices, SavingBar, useSaving } from '../agreement/saving.tsx'
import { Settings } from '../agreement/settings.tsx'
import type { DraftInHand } from '../agreement/use-draft.ts'
import { usePreview } from '../agreement/use-preview.ts'
import { FieldList } from './field-list.tsx'
import { PageBar, PenBar } from './page-bar.tsx'
import css from './pdf.module.css'
import { Replace } from './replace.tsx'
import { Sheet } from './sheet.tsx'
import { SignerView } from './signer-view.tsx'
import { findSpots } from './spots.ts'
import { useWork } from './use-work.ts'

const noFaults: readonly Fault[] = []

/** The page that edits an agreement of a PDF: its pages with the fields on them, beside the list of all fields. */
export function WritePdf({ say: words, of: hand }: { say: typeof agreement; of: DraftInHand }) {
  const say = useWords({ en, fr })
  const { undo } = useWords({ en: enParts, fr: frParts })
  const { base, draft, write } = hand
  const { file, isArchived } = base.attributes
  const mayWrite = useSession().may('agreements:write') && !isArchived
  const [view, setView] = useState<'fields' | 'signer'>('fields')
  const [isReplacing, setReplacing] = useState(false)
  const { save, failure } = useSaving(words, hand)
  const { data: shown, error } = usePreview(draft, mayWrite, { agreementId: base.id })
  const errors = shown?.faults ?? noFaults
  const spots = useMemo(() => (file ? findSpots(draft.fields, file, shown) : []), [draft.fields, file, shown])
  const pages = file?.pages ?? []
  const work = useWork({ draft, pages, spots, write })
  const faults = faultsBelow(errors, 'fields')
  const faulty = new Set(
    Object.keys(faults)
      .flatMap((path) => /^\/(\d+)/.exec(path)?.[1] ?? [])
      .map(Number),
  )
  const ofFile = Object.values(faultsBelow(errors, 'fileUpload'))
  const remove = (index: number) => {
    const label = draft.fields[index]?.label ?? ''
    const bringBack = work.remove(index)
    void tell(say.removed(label), { label: undo, act: bringBack })
  }
  return (
    <fieldset className={css.plain}>
      <Notices say={words} of={hand} onSave={save} />
      <Group justify="space-between" align="flex-end" mb="sm">
        <SegmentedControl
          size="xs"
          aria-label={say.view}
          data={[
            { value: 'fields', label: say.views.fields },
            ...(mayWrite ? [{ value: 'signer', label: say.views.signer }] : []),
          ]}
          value={view}
          onChange={(value) => setView(value === 'signer' ? 'signer' : 'fields')}
        />
        <FileActions say={say} of={base} onReplace={mayWrite ? () => setReplacing(true) : null} />
      </Group>
      <ErrorNote error={error} />
      {ofFile.map((fault) => (
        <Text key={fault} size="sm" c="red" role="alert" mb="xs">
          {fault}
        </Text>
      ))}
      {view === 'signer' ? (
        <SignerView say={say} words={words} draft={draft} agreementId={base.id} />
      ) : (
        <div className={css.work}>
          <div>
            <Group justify="space-between" align="flex-end" mb="xs">
              {mayWrite && <PenBar say={say} types={words.fields.types} work={work} roles={draft.signerRoles} />}
              <PageBar say={say} work={work} pages={pages.length} />
            </Group>
            <Sheet {...{ say, draft, spots, work, mayWrite }} of={base} faultyFields={faulty} onRemove={remove} />
            {mayWrite && (
              <Text id="pdf-keys" size="xs" c="dimmed" mt="xs">
                {say.keys}
              </Text>
            )}
            <VisuallyHidden role="status">
              {say.whereItIs(
                work.chosen === null ? undefined : spots.find((spot) => spot.index === work.chosen)?.place,
              )}
            </VisuallyHidden>
          </div>
          <div className={css.side}>
            <FieldList
              isReadOnly={!mayWrite}
              {...{ say, words, draft, spots, work, faults }}
              named={new Set(file?.anchors.map(({ key }) => key))}
              pages={pages.length}
              onRemove={remove}
            />
          </div>
        </div>
      )}
      <fieldset disabled={!mayWrite} className={css.plain}>
        <TextInput
          mt="md"
          label={words.title}
          value={draft.title}
          error={faultsBelow(errors, 'title')['']}
          onChange={({ currentTarget: { value } }) => write({ title: value })}
        />
        <Roles say={words} draft={draft} faults={faultsBelow(errors, 'signerRoles')} onChange={write} />
        <RequiredVerifications
          say={words}
          verifications={draft.requiredVerifications}
          roles={draft.signerRoles}
          faults={faultsBelow(errors, 'requiredVerifications')}
          onChange={(requiredVerifications) => write({ requiredVerifications })}
        />
        <Settings
          say={words}
          base={base}
          draft={draft}
          faults={(member) => faultsBelow(errors, member)}
          onChange={write}
        />
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

type FileActionsProps = { say: typeof en; of: Agreement; onReplace: (() => void) | null }

function FileActions({ say, of: { id, attributes }, onReplace }: FileActionsProps) {
  const { file } = attributes
  const download = useChange([], async (api) =>
    saveFile(await api.download('agreements', id, 'file'), file?.name ?? id),
  )
  return (
    <Group gap="xs">
      <Text size="sm" c="dimmed" className={css.fileName}>
        {say.madeOf(file?.name ?? '', file?.pages.length ?? 0)}
      </Text>
      <Button size="xs" variant="default" loading={download.isPending} onClick={() => download.mutate()}>
        {say.download}
      </Button>
      {onReplace && (
        <Button size="xs" variant="default" onClick={onReplace}>
          {say.replace}
        </Button>
      )}
      <ErrorNote error={download.error} />
    </Group>
  )
}

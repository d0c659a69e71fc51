import { Loader, NativeSelect, Text, TextInput } from '@mantine/core'
import { lazy, Suspense, useMemo, useRef, useState } from 'react'
import { useSession } from '../../app/session.ts'
import type { agreement } from '../../texts/en/agreement.ts'
import css from './agreement.module.css'
import { Fields } from './fields.tsx'
import { newField, roleNamedIn } from './new-field.ts'
import { Preview } from './preview.tsx'
import { type Fault, faultsBelow, textFaultsOf } from './preview-faults.ts'
import { RequiredVerifications } from './required-verifications.tsx'
import { Roles } from './roles.tsx'
import { Notices, SavingBar, useSaving } from './saving.tsx'
import { Settings } from './settings.tsx'
import type { DraftInHand } from './use-draft.ts'
import { usePreview } from './use-preview.ts'

// The editor is large, so it is loaded only for people who may write.
const SourceEditor = lazy(async () => ({ default: (await import('../editor/source-editor.tsx')).SourceEditor }))

const noFaults: readonly Fault[] = []

/** The page that edits an agreement: its text, fields and verifications, beside the signer's view. */
export function Write({ say, of: hand }: { say: typeof agreement; of: DraftInHand }) {
  const { base, draft, write } = hand
  const mayWrite = useSession().may('agreements:write') && !base.attributes.isArchived
  const { save, failure } = useSaving(say, hand)
  const acting = draft.signerRoles.filter(({ kind }) => kind !== 'copy')
  const [wished, setWished] = useState('')
  const seenBy = acting.find(({ key }) => key === wished)?.key
  const { data: shown, error } = usePreview(draft, mayWrite, undefined, seenBy)
  const errors = shown?.faults ?? noFaults
  const insert = useRef<(text: string) => void>(() => {})
  const textFaults = useMemo(() => textFaultsOf(errors), [errors])
  const role = draft.signerRoles[0]?.key ?? 'signer'
  const addField = (key: string) =>
    write({ fields: [...draft.fields, newField(draft.fields, roleNamedIn(key, draft) ?? role, key)] })
  const typeName = (type: string) => Object.entries(say.fields.types).find(([name]) => name === type)?.[1] ?? type
  return (
    <div className={css.work}>
      <fieldset disabled={!mayWrite} className={css.plain}>
        <Notices say={say} of={hand} onSave={save} />
        <TextInput
          label={say.title}
          mb="sm"
          value={draft.title}
          error={faultsBelow(errors, 'title')['']}
          onChange={({ currentTarget: { value } }) => write({ title: value })}
        />
        <Text size="sm" fw={600} aria-hidden="true">
          {say.source}
        </Text>
        <Text size="xs" c="dimmed" mb={4}>
          {say.sourceHint}
        </Text>
        <Suspense
          fallback={
            <div className={css.editor}>
              <Loader m="lg" aria-label={say.loadingEditor} />
            </div>
          }
        >
          <SourceEditor
            value={draft.source}
            label={say.source}
            fields={draft.fields}
            faults={textFaults}
            isReadOnly={!mayWrite}
            words={{ typeName, newField: say.newField, addField: say.addField }}
            onChange={(source) => write({ source })}
            onNewField={addField}
            onSave={() => void save(hand.save)}
            onReady={(put) => {
              insert.current = put
            }}
          />
        </Suspense>
        <Faults say={say} faults={textFaults} />
        <Roles say={say} draft={draft} faults={faultsBelow(errors, 'signerRoles')} onChange={write} />
        <Fields
          say={say}
          fields={draft.fields}
          roles={draft.signerRoles}
          source={draft.source}
          faults={faultsBelow(errors, 'fields')}
          onChange={(fields) => write({ fields })}
          onInsert={(key) => insert.current(`{{${key}}}`)}
        />
        <RequiredVerifications
          say={say}
          verifications={draft.requiredVerifications}
          roles={draft.signerRoles}
          faults={faultsBelow(errors, 'requiredVerifications')}
          onChange={(requiredVerifications) => write({ requiredVerifications })}
        />
        <Settings
          say={say}
          base={base}
          draft={draft}
          faults={(member) => faultsBelow(errors, member)}
          onChange={write}
        />
        {mayWrite && <SavingBar say={say} of={hand} onSave={save} failure={failure} faultCount={errors.length} />}
      </fieldset>
      {mayWrite && (
        <Preview say={say} draft={draft} shown={shown} error={error}>
          <NativeSelect
            size="xs"
            aria-label={say.preview.seenBy}
            data={[
              { value: '', label: say.preview.asRead },
              ...acting.map(({ key, name }) => ({ value: key, label: say.preview.asRole(name || key) })),
            ]}
            value={seenBy ?? ''}
            onChange={({ currentTarget: { value } }) => setWished(value)}
          />
        </Preview>
      )}
    </div>
  )
}

function Faults({ say, faults }: { say: typeof agreement; faults: readonly { line: number; message: string }[] }) {
  if (faults.length === 0) return null
  return (
    <div role="status">
      <Text size="sm" c="red" fw={600} mt="xs">
        {say.faults(faults.length)}
      </Text>
      <ul className={css.faults}>
        {faults.map(({ line, message }) => (
          <li key={`${line} ${message}`}>
            <Text size="sm">
              <b>{say.line(line)}</b> {message}
            </Text>
          </li>
        ))}
      </ul>
    </div>
  )
}

import { Alert, Button, Loader, Text, TextInput } from '@mantine/core'
import { lazy, Suspense, useMemo, useRef, useState } from 'react'
import { useSession } from '../../app/session.ts'
import { ErrorNote } from '../../parts/error-note.tsx'
import { tell } from '../../parts/tell.ts'
import type { agreement } from '../../texts/en/agreement.ts'
import css from './agreement.module.css'
import { Conflict } from './conflict.tsx'
import { Fields } from './fields.tsx'
import { newField, roleNamedIn } from './new-field.ts'
import { Preview } from './preview.tsx'
import { RequiredChecks } from './required-checks.tsx'
import { Roles } from './roles.tsx'
import { Settings } from './settings.tsx'
import type { DraftInHand } from './use-draft.ts'
import { type Fault, faultsBelow, textFaultsOf, usePreview } from './use-preview.ts'

// The editor is large, so it is loaded only for people who may write.
const SourceEditor = lazy(async () => ({ default: (await import('../editor/source-editor.tsx')).SourceEditor }))

const noFaults: readonly Fault[] = []

/** The page that edits an agreement: its text, fields and checks, beside the signer's view. */
export function Write({ say, of: hand }: { say: typeof agreement; of: DraftInHand }) {
  const { base, draft, write } = hand
  const mayWrite = useSession().may('agreements:write') && !base.attributes.isArchived
  const [failure, setFailure] = useState<unknown>(null)
  const { data: shown, error } = usePreview(draft, mayWrite)
  const errors = shown?.faults ?? noFaults
  const insert = useRef<(text: string) => void>(() => {})
  const textFaults = useMemo(() => textFaultsOf(errors, draft.source), [errors, draft.source])
  const role = draft.signerRoles[0]?.key ?? 'signer'
  const addField = (key: string) =>
    write({ fields: [...draft.fields, newField(draft.fields, roleNamedIn(key, draft) ?? role, key)] })
  const save = async (work: () => Promise<{ version: number }>) => {
    setFailure(null)
    const { version: before } = base.attributes
    try {
      const { version } = await work()
      void tell(version === before ? say.savedSettings : say.saved(version))
    } catch (caught) {
      setFailure(caught)
    }
  }
  const typeName = (type: string) => Object.entries(say.fields.types).find(([name]) => name === type)?.[1] ?? type
  return (
    <div className={css.work}>
      <fieldset disabled={!mayWrite} className={css.plain}>
        {hand.theirs && <Conflict say={say} hand={hand} theirs={hand.theirs} onSave={save} />}
        {hand.isRestored && !hand.theirs && (
          <Alert mb="sm" color="sea">
            {say.restored}
          </Alert>
        )}
        <TextInput
          label={say.title}
          mb="sm"
          value={draft.title}
          error={faultsBelow(errors, 'title')['']}
          onChange={({ currentTarget: { value } }) => write({ title: value })}
        />
        <Text size="sm" fw={500} aria-hidden="true">
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
        <RequiredChecks
          say={say}
          checks={draft.requiredVerifications}
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
        <ErrorNote error={hand.theirs ? null : failure} />
        {mayWrite && hand.isDirty && !hand.theirs && (
          <div className={css.saving}>
            <Button onClick={() => void save(hand.save)} loading={hand.isSaving}>
              {say.save}
            </Button>
            <Button variant="subtle" onClick={hand.discard}>
              {say.discard}
            </Button>
            <Text size="sm" c={errors.length > 0 ? 'red' : 'dimmed'}>
              {errors.length > 0 ? say.faults(errors.length) : say.unsaved}
            </Text>
          </div>
        )}
      </fieldset>
      {mayWrite && <Preview say={say} draft={draft} shown={shown} error={error} />}
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

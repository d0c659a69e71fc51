import { Loader, Text } from '@mantine/core'
import { lazy, type RefObject, Suspense, useMemo } from 'react'
import type { agreement } from '../../texts/en/agreement.ts'
import css from './agreement.module.css'
import type { Draft } from './draft.ts'
import { newField, roleNamedIn } from './new-field.ts'
import { type Fault, textFaultsOf } from './preview-faults.ts'

// The editor is large, so it is loaded only for people who may write.
const SourceEditor = lazy(async () => ({ default: (await import('../editor/source-editor.tsx')).SourceEditor }))

type Props = {
  say: typeof agreement
  draft: Draft
  errors: readonly Fault[]
  mayWrite: boolean
  /** The component sets this to a function that inserts text at the cursor. */
  insert: RefObject<(text: string) => void>
  onChange(changes: Partial<Draft>): void
  onSave(): void
}

/** The text of an agreement, with its faults by line. */
export function Source({ say, draft, errors, mayWrite, insert, onChange, onSave }: Props) {
  const faults = useMemo(() => textFaultsOf(errors), [errors])
  const role = draft.signerRoles[0]?.key ?? 'signer'
  const addField = (key: string) =>
    onChange({ fields: [...draft.fields, newField(draft.fields, roleNamedIn(key, draft) ?? role, key)] })
  const typeName = (type: string) => Object.entries(say.fields.types).find(([name]) => name === type)?.[1] ?? type
  return (
    <>
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
          faults={faults}
          isReadOnly={!mayWrite}
          words={{ typeName, newField: say.newField, addField: say.addField }}
          onChange={(source) => onChange({ source })}
          onNewField={addField}
          onSave={onSave}
          onReady={(put) => {
            insert.current = put
          }}
        />
      </Suspense>
      <Faults say={say} faults={faults} />
    </>
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

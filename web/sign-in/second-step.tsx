/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { ask } from './ask.ts'
import { EntranceForm, EntrancePage, Field } from './form.tsx'
import { words } from './words.ts'

/** The code of the app, or a backup code, after the password. */
export function SecondStep({ onDone }: { onDone(): void }) {
  const say = words.say.code
  const [isBackup, setBackup] = useState(false)
  return (
    <EntrancePage title={say.title}>
      <p>{isBackup ? say.backupLead : say.lead}</p>
      <EntranceForm
        key={String(isBackup)}
        submit={say.submit}
        send={({ code = '' }) => ask('/sign-in/code', { code, kind: isBackup ? 'backup_code' : 'app' })}
        onDone={onDone}
      >
        {isBackup ? (
          <Field name="code" label={say.backupLabel} isFirst />
        ) : (
          <Field name="code" label={say.label} autocomplete="one-time-code" inputMode="numeric" isFirst />
        )}
      </EntranceForm>
      <button type="button" class="second" onClick={() => setBackup(!isBackup)}>
        {isBackup ? say.useApp : say.useBackup}
      </button>
    </EntrancePage>
  )
}

/** @jsxImportSource preact */
import { useEffect, useRef, useState } from 'preact/hooks'
import { ask } from './ask.ts'
import { EntranceForm, EntrancePage, Field } from './form.tsx'
import { canSuggestPasskeys, hasPasskeys, signInByPasskey } from './passkey.ts'
import { prefix, wantedAddress } from './place.ts'
import { SecondStep } from './second-step.tsx'
import { words } from './words.ts'

const enter = () => location.assign(wantedAddress())

/** Signs in by e-mail and password or by passkey, and opens the address that the visitor wanted. */
export function SignIn() {
  const { say } = words
  const [needsCode, setNeedsCode] = useState(false)
  if (needsCode) return <SecondStep onDone={enter} />
  return (
    <EntrancePage title={say.title}>
      <EntranceForm
        submit={say.submit}
        send={(values) => ask<{ needsCode?: boolean }>('/sign-in/email', values)}
        onDone={(answer) => (answer.needsCode ? setNeedsCode(true) : enter())}
      >
        <Field name="email" label={say.email} type="email" autocomplete="username webauthn" isFirst />
        <Field name="password" label={say.password} type="password" autocomplete="current-password" />
      </EntranceForm>
      {hasPasskeys && <PasskeyButton />}
      <p class="other">
        <a href={`${prefix}/reset-password`}>{say.forgot}</a>
      </p>
    </EntrancePage>
  )
}

function PasskeyButton() {
  const { say } = words
  const [fault, setFault] = useState<string | null>(null)
  const suggesting = useRef(new AbortController())
  useEffect(() => {
    suggestPasskeys(suggesting.current.signal)
    return () => suggesting.current.abort()
  }, [])
  const use = async () => {
    suggesting.current.abort()
    setFault(null)
    const told = await signInByPasskey('required', new AbortController().signal)
    if ('fault' in told) return setFault(told.fault)
    enter()
  }
  return (
    <>
      <button type="button" class="second" onClick={use}>
        {say.passkey}
      </button>
      <p role="alert" class="fault">
        {fault}
      </p>
    </>
  )
}

// Waits without a dialog for a passkey that the visitor chooses in the field of the address.
async function suggestPasskeys(signal: AbortSignal): Promise<void> {
  if (!(await canSuggestPasskeys()) || signal.aborted) return
  const told = await signInByPasskey('conditional', signal)
  if ('answer' in told) enter()
}

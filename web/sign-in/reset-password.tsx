/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks'
import { ask, type Told } from './ask.ts'
import { EntranceForm, EntrancePage, Field } from './form.tsx'
import { prefix } from './place.ts'
import { words } from './words.ts'

/** Requests a link. Opened by such a link, it asks for the new password. */
export function ResetPassword() {
  const token = new URLSearchParams(location.search).get('token')
  return token === null ? <AskForLink /> : <NewPassword token={token} />
}

function AskForLink() {
  const { say } = words
  const [isSent, setSent] = useState(false)
  return (
    <EntrancePage title={say.ask.title}>
      {isSent ? (
        <p role="status">{say.ask.sent}</p>
      ) : (
        <>
          <p>{say.ask.lead}</p>
          <EntranceForm
            submit={say.ask.submit}
            send={(values) => ask('/password/forgot', values)}
            onDone={() => setSent(true)}
          >
            <Field name="email" label={say.email} type="email" autocomplete="username" isFirst />
          </EntranceForm>
        </>
      )}
      <Back />
    </EntrancePage>
  )
}

// Opening the link does not use it up. Only the form does.
function NewPassword({ token }: { token: string }) {
  const say = words.say.reset
  const [link, setLink] = useState<Told<{ email: string }> | null>(null)
  const [isDone, setDone] = useState(false)
  useEffect(() => {
    ask<{ email: string }>(`/password/reset?token=${encodeURIComponent(token)}`).then(setLink)
  }, [token])
  if (link === null) return <EntrancePage title={say.title}>{null}</EntrancePage>
  return (
    <EntrancePage title={say.title}>
      {'fault' in link ? (
        <p role="alert">{link.fault}</p>
      ) : isDone ? (
        <p role="status">{say.done}</p>
      ) : (
        <>
          <p>{say.lead(link.answer.email)}</p>
          <EntranceForm
            submit={say.submit}
            send={({ password = '' }) => ask('/password/reset', { token, password })}
            onDone={() => setDone(true)}
          >
            <input type="hidden" name="email" value={link.answer.email} autocomplete="username" />
            <Field
              name="password"
              label={say.label}
              hint={say.hint}
              type="password"
              autocomplete="new-password"
              minLength={10}
              isFirst
            />
          </EntranceForm>
        </>
      )}
      <Back />
    </EntrancePage>
  )
}

function Back() {
  return (
    <p class="other">
      <a href={`${prefix}/sign-in`}>{words.say.back}</a>
    </p>
  )
}

/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks'
import { ask, type Told } from './ask.ts'
import { EntranceForm, EntrancePage, Field } from './form.tsx'
import { prefix } from './place.ts'
import { words } from './words.ts'

/** The first run of a server: its organization, its admin, and a test mail. */
export function SetUp() {
  const { say } = words
  const token = new URLSearchParams(location.search).get('token') ?? ''
  const [link, setLink] = useState<Told<unknown> | null>(null)
  const [madeFor, setMadeFor] = useState<string | null>(null)
  useEffect(() => {
    ask(`/set-up?token=${encodeURIComponent(token === '' ? '-' : token)}`).then(setLink)
  }, [token])
  if (link === null) return <EntrancePage title={say.setUp.title}>{null}</EntrancePage>
  if ('fault' in link) {
    return (
      <EntrancePage title={say.setUp.title}>
        <p role="alert">{link.fault}</p>
        <p class="other">
          <a href={`${prefix}/sign-in`}>{say.back}</a>
        </p>
      </EntrancePage>
    )
  }
  if (madeFor !== null) {
    return (
      <EntrancePage title={say.setUp.title}>
        <p role="status">{say.setUp.mail(madeFor)}</p>
        <p class="other">
          <a href={`${prefix}/`}>{say.setUp.go}</a>
        </p>
      </EntrancePage>
    )
  }
  return (
    <EntrancePage title={say.setUp.title}>
      <p>{say.setUp.lead}</p>
      <EntranceForm
        submit={say.setUp.submit}
        send={(values) => ask('/set-up', { token, ...values })}
        onDone={(_, { email = '' }) => setMadeFor(email)}
      >
        <Field name="organizationName" label={say.setUp.organization} autocomplete="organization" isFirst />
        <Field name="slug" label={say.setUp.slug} hint={say.setUp.slugHint} />
        <Field name="name" label={say.setUp.name} autocomplete="name" />
        <Field name="email" label={say.email} type="email" autocomplete="username" />
        <Field
          name="password"
          label={say.password}
          hint={say.reset.hint}
          type="password"
          autocomplete="new-password"
          minLength={10}
        />
      </EntranceForm>
    </EntrancePage>
  )
}

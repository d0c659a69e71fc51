/** @jsxImportSource preact */
import type { TargetedSubmitEvent } from 'preact'
import { useState } from 'preact/hooks'
import { prefix, wantedAddress } from './place.ts'
import { words } from './words.ts'

/** E-mail and password, and back to where the visitor wanted to go. */
export function SignIn() {
  const { say } = words
  const [fault, setFault] = useState<string | null>(null)
  const [isSent, setSent] = useState(false)
  const send = async (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    setSent(true)
    setFault(null)
    const told = await signIn(Object.fromEntries(new FormData(form)))
    if (told === null) return location.assign(wantedAddress())
    setSent(false)
    setFault(told)
    form.querySelector<HTMLInputElement>('[name=password]')?.select()
  }
  return (
    <main>
      <title>{`${say.title} · Sealane`}</title>
      <p class="brand">Sealane</p>
      <h1>{say.title}</h1>
      <form onSubmit={send}>
        <p role="alert" class="fault">
          {fault}
        </p>
        <label for="email">{say.email}</label>
        <input id="email" name="email" type="email" autocomplete="username" required autofocus />
        <label for="password">{say.password}</label>
        <input id="password" name="password" type="password" autocomplete="current-password" required />
        <button type="submit" disabled={isSent}>
          {say.submit}
        </button>
      </form>
    </main>
  )
}

/** What to tell the visitor; null when they are signed in. */
async function signIn(given: Record<string, unknown>): Promise<string | null> {
  const { say } = words
  const headers = { 'content-type': 'application/json', accept: 'application/json' }
  const reply = await fetch(`${prefix}/auth/sign-in/email`, {
    method: 'POST',
    headers,
    body: JSON.stringify(given),
  }).catch(() => null)
  if (reply === null) return say.unreachable
  if (reply.ok) return null
  if (reply.status === 429) return say.tooOften
  return reply.status < 500 ? say.wrong : say.failed(reply.headers.get('x-request-id') ?? '')
}

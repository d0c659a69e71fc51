import { Alert, Button, PasswordInput, Text, Textarea, Title } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useWords } from '../../app/language.tsx'
import { StatusBadge, type Tone } from '../../parts/status-badge.tsx'
import { webhookSignature as en } from '../../texts/en/webhook-signature.ts'
import { webhookSignature as fr } from '../../texts/fr/webhook-signature.ts'
import css from './form.module.css'
import { Snippets } from './snippets-view.tsx'
import { type Check, verifyPasted } from './verify.ts'

const tones: Record<Check['outcome'], Tone> = { passed: 'good', failed: 'bad', warned: 'warn' }

/** Checks a pasted delivery as a receiver does, and shows which check fails and why. The page sends nothing. */
export function VerifyForm() {
  const say = useWords({ en, fr })
  const [checks, setChecks] = useState<Check[] | null>(null)
  const check = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const read = (name: string) => String(given.get(name) ?? '')
    // Browsers use CRLF for line ends in forms; signed bodies rarely do.
    const body = event.currentTarget.querySelector<HTMLTextAreaElement>('[name=body]')?.value ?? ''
    setChecks(await verifyPasted({ headers: read('headers'), body, key: read('key') }, Date.now()))
  }
  return (
    <div className={css.columns}>
      <form onSubmit={check} autoComplete="off">
        <Text mb="md">{say.about}</Text>
        <Textarea
          name="headers"
          rows={5}
          spellCheck={false}
          label={say.headers}
          description={say.headersHint}
          classNames={{ input: css.code ?? '' }}
          placeholder={'webhook-id: evt_…\nwebhook-timestamp: 1790000000\nwebhook-signature: v1,…'}
        />
        <Textarea
          mt="md"
          name="body"
          rows={6}
          spellCheck={false}
          label={say.body}
          description={say.bodyHint}
          classNames={{ input: css.code ?? '' }}
        />
        <PasswordInput
          mt="md"
          name="key"
          label={say.key}
          description={say.keyHint}
          autoComplete="off"
          visibilityToggleButtonProps={{ 'aria-label': say.key }}
        />
        <Button type="submit" mt="md">
          {say.submit}
        </Button>
      </form>
      <div>
        <div aria-live="polite">{checks && <Result of={checks} />}</div>
        <Title order={2} size="h5" mt={checks ? 'lg' : 0}>
          {say.code}
        </Title>
        <Snippets />
      </div>
    </div>
  )
}

function Result({ of: checks }: { of: Check[] }) {
  const say = useWords({ en, fr })
  const isRefused = checks.some(({ outcome }) => outcome === 'failed')
  const isOld = checks.some(({ outcome }) => outcome === 'warned')
  return (
    <section>
      <Title order={2} size="h5" mb="xs">
        {say.result}
      </Title>
      <Alert color={isRefused ? 'red' : 'sea'} role="status">
        {isRefused ? say.refused : isOld ? say.old : say.genuine}
      </Alert>
      <ul className={css.checks}>
        {checks.map(({ name, outcome, detail, values }) => (
          <li key={name}>
            <strong>{say.names[name]}</strong> <StatusBadge tone={tones[outcome]}>{say.outcomes[outcome]}</StatusBadge>
            <Text size="sm">{say.details[detail](values)}</Text>
          </li>
        ))}
      </ul>
    </section>
  )
}

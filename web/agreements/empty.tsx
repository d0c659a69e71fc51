import { prefix } from '../app/place.ts'
import { CopyField } from '../parts/copy-field.tsx'
import { EmptyState } from '../parts/empty-state.tsx'
import type { agreements } from '../texts/en/agreements.ts'
import { startAgreement } from './starters.ts'

/** Shown to an organization without agreements: an explanation, and the command that makes the first one. */
export function NoAgreements({ say }: { say: typeof agreements }) {
  const { title, ...attributes } = startAgreement('bare', say.empty.sample, say)
  const body = JSON.stringify({ data: { type: 'agreements', attributes: { title, ...attributes } } })
  const curl = [
    `curl ${location.origin}${prefix}/v1/api/agreements`,
    `-H "authorization: Bearer $TOKEN"`,
    `-H 'content-type: application/vnd.api+json'`,
    `-d '${body}'`,
  ].join(' \\\n  ')
  return (
    <EmptyState title={say.empty.title} action={<CopyField value={curl} what={say.empty.command} />}>
      {say.empty.text}
    </EmptyState>
  )
}

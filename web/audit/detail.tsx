import { Code } from '@mantine/core'
import type { Resource } from '../app/api.ts'
import { useWords } from '../app/language.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { Facts } from '../parts/facts.tsx'
import { Time } from '../parts/time.tsx'
import { audit as en } from '../texts/en/audit.ts'
import { audit as fr } from '../texts/fr/audit.ts'
import { textOf } from './actor.ts'

/** All details of one row of the trail. */
export function Detail({
  of: { attributes },
  who,
  onClose,
}: {
  of: Resource<'audit-events'>
  who: string
  onClose(): void
}) {
  const say = useWords({ en, fr })
  const { action, actor, ipAddress, subject, subjectType, occurredAt, sequence, chain, hash, previousHash, data } =
    attributes
  const facts = [
    [say.columns.when, <Time key="when" at={occurredAt} />],
    [say.columns.who, who],
    [say.columns.on, `${subjectType} ${subject}`],
    [say.detail.address, ipAddress],
    [say.detail.browser, textOf(actor, 'userAgent')],
    [say.detail.request, textOf(actor, 'requestId')],
    [say.detail.chain, chain],
    [say.detail.place, sequence],
    [say.detail.previous, <Code key="previous">{previousHash}</Code>],
    [say.detail.hash, <Code key="hash">{hash}</Code>],
  ] as const
  return (
    <Dialog opened onClose={onClose} title={say.detail.title(action)} size="xl">
      <Facts of={facts} />
      {Object.keys(data).length > 0 && (
        <Code block mt="md" tabIndex={0} aria-label={say.detail.data}>
          {JSON.stringify(data, null, 2)}
        </Code>
      )}
    </Dialog>
  )
}

import { Anchor, Button, Group, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useChange, useResource, useResources } from '../../app/api.ts'
import { useWords } from '../../app/language.tsx'
import { CopyField } from '../../parts/copy-field.tsx'
import { ErrorNote } from '../../parts/error-note.tsx'
import { Facts } from '../../parts/facts.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { SidePanel } from '../../parts/side-panel.tsx'
import { Time } from '../../parts/time.tsx'
import { webhookLog as en } from '../../texts/en/webhook-log.ts'
import { webhookLog as fr } from '../../texts/fr/webhook-log.ts'
import { AttemptCard } from './attempt.tsx'
import { type Delivery, DeliveryState } from './columns.tsx'
import { CompareAnswers } from './compare.tsx'

type Props = { id: string; mayWrite: boolean; onClose(): void }

/** One delivery: the subject of its event, and all its requests. */
export function DeliveryPanel({ id, mayWrite, onClose }: Props) {
  const say = useWords({ en, fr })
  const asked = useResource('webhook-events', id)
  return (
    <SidePanel title={asked.data ? say.delivery.title(asked.data.data.attributes.kind) : say.list} onClose={onClose}>
      <Loaded of={asked}>{({ data }) => <Whole of={data} mayWrite={mayWrite} />}</Loaded>
    </SidePanel>
  )
}

function Whole({ of: delivery, mayWrite }: { of: Delivery; mayWrite: boolean }) {
  const words = useWords({ en, fr })
  const say = words.delivery
  const { occurredAt, sequence, state } = delivery.attributes
  const { event, submission: ofSubmission, verification: ofVerification } = delivery.relationships
  const [eventId, submission, verification] = [event.data?.id ?? '', ofSubmission.data, ofVerification.data]
  return (
    <>
      <Facts
        of={[
          [say.state, <DeliveryState key="state" of={delivery} say={words} />],
          [say.happened, <Time key="at" at={occurredAt} />],
          [say.sequence, sequence],
          [say.event, <CopyField key="id" value={eventId} what={words.id} />],
          [say.submission, submission && <Subject key="submission" of={submission} />],
          [say.verification, verification && <Subject key="verification" of={verification} />],
        ]}
      />
      {state === 'held' && <Text mb="md">{say.held}</Text>}
      {mayWrite && <SendAgain of={delivery} />}
      <Attempts of={delivery} />
    </>
  )
}

/** The subject of an event: its id, with a link to its page. */
function Subject({ of: { type, id } }: { of: { type: string; id: string } }) {
  return <Anchor renderRoot={(props) => <Link to={`/${type}/${id}`} {...props} />}>{id}</Anchor>
}

function SendAgain({ of: { id, attributes } }: { of: Delivery }) {
  const say = useWords({ en, fr }).delivery
  const send = useChange(['webhook-events', 'delivery-attempts', 'webhooks'], (api) =>
    api.create('redeliveries', {}, { webhookEvent: { data: { type: 'webhook-events', id } } }),
  )
  const isUnderWay = attributes.state === 'pending' && attributes.attempts === 0
  return (
    <>
      <Group mb="md">
        <Button variant="default" loading={send.isPending} disabled={isUnderWay} onClick={() => send.mutate(undefined)}>
          {say.again}
        </Button>
        <Text size="sm" c="dimmed" role="status">
          {isUnderWay ? say.againWhile : send.isSuccess ? say.sentAgain : ''}
        </Text>
      </Group>
      <ErrorNote error={send.error} />
    </>
  )
}

function Attempts({ of: { id, attributes } }: { of: Delivery }) {
  const say = useWords({ en, fr }).delivery
  const asked = useResources('delivery-attempts', { filter: { webhookEvent: id }, page: { size: 100 } })
  return (
    <>
      <Title order={3} size="h5" mb="sm">
        {say.tries}
      </Title>
      <Loaded of={asked}>
        {({ data }) =>
          data.length === 0 ? (
            <Text c="dimmed">{attributes.state === 'held' ? say.held : say.none}</Text>
          ) : (
            <>
              <CompareAnswers attempts={data} />
              {data.map((attempt, index) => (
                <AttemptCard key={attempt.id} of={attempt} isOpen={index === 0} />
              ))}
            </>
          )
        }
      </Loaded>
    </>
  )
}

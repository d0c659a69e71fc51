import { Button, Group, Progress, Text } from '@mantine/core'
import { useRef, useState } from 'react'
import { asClient, useResources } from '../app/api.ts'
import { useWords } from '../app/language.tsx'
import { CopyField } from '../parts/copy-field.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { ErrorNote } from '../parts/error-note.tsx'
import { Time } from '../parts/time.tsx'
import { audit as en } from '../texts/en/audit.ts'
import { audit as fr } from '../texts/fr/audit.ts'
import { type Link, type Verdict, verifyChain } from './verify-chain.ts'

type State = {
  isBusy: boolean
  done: number
  total: number
  verdict: Verdict | null
  isStopped: boolean
  error: unknown
}
const idle: State = { isBusy: false, done: 0, total: 0, verdict: null, isStopped: false, error: null }

/** Reads and verifies a chain, with its progress and a function to stop. */
function useVerification(chain: string) {
  const [state, setState] = useState(idle)
  const isStopping = useRef(false)
  const query = { filter: { chain }, sort: ['sequence'] }
  const verify = async (): Promise<Verdict> => {
    const { meta } = await asClient((api) => api.list('audit-events', { ...query, page: { size: 1 } }))
    const total = meta?.total ?? 0
    return asClient((api) => {
      async function* links(): AsyncGenerator<Link> {
        for await (const { attributes } of api.all('audit-events', query)) {
          if (isStopping.current) return
          yield attributes
        }
      }
      const tell = (done: number) => {
        if (done % 100 === 0) setState((before) => ({ ...before, done, total: Math.max(total, done) }))
      }
      return verifyChain(links(), tell)
    })
  }
  const start = async () => {
    isStopping.current = false
    setState({ ...idle, isBusy: true })
    try {
      const verdict = await verify()
      setState({ ...idle, verdict: isStopping.current ? null : verdict, isStopped: isStopping.current })
    } catch (error) {
      setState({ ...idle, error })
    }
  }
  const stop = () => {
    isStopping.current = true
  }
  return { state, start, stop }
}

/** Verifies the chain of the organization in this browser. */
export function VerifyChain({ chain, onClose }: { chain: string; onClose(): void }) {
  const say = useWords({ en, fr }).verify
  const { state, start, stop } = useVerification(chain)
  const close = () => {
    stop()
    onClose()
  }
  const canHash = globalThis.crypto?.subtle !== undefined
  return (
    <Dialog opened onClose={close} title={say.title} size="lg">
      <Text>{say.about}</Text>
      {!canHash && <Text mt="md">{say.insecure}</Text>}
      {state.isBusy && (
        <>
          <Progress mt="md" value={(100 * state.done) / Math.max(1, state.total)} aria-label={say.title} />
          <Text size="sm" mt="xs" role="status">
            {say.progress(state.done, state.total)}
          </Text>
        </>
      )}
      {state.isStopped && <Text mt="md">{say.stopped}</Text>}
      <Outcome of={state.verdict} />
      <LogHead />
      <ErrorNote error={state.error} />
      <Group justify="flex-end" mt="lg">
        {state.isBusy ? (
          <Button variant="default" onClick={stop}>
            {say.stop}
          </Button>
        ) : (
          <Button onClick={() => void start()} disabled={!canHash} data-autofocus>
            {say.start}
          </Button>
        )}
      </Group>
    </Dialog>
  )
}

/** The newest signed head of the log, to keep outside the server. */
function LogHead() {
  const say = useWords({ en, fr }).log
  const head = useResources('evidence-logs', {}).data?.data[0]?.attributes
  if (!head) return null
  return (
    <>
      <Text mt="lg" fw={600}>
        {say.title(head.size)}
      </Text>
      <Text size="sm" mb="xs">
        {say.about} <Time at={head.signedAt} />
      </Text>
      <CopyField value={head.checkpoint} what={say.what} />
    </>
  )
}

function Outcome({ of: verdict }: { of: Verdict | null }) {
  const say = useWords({ en, fr }).verify
  if (!verdict) return null
  return verdict.isWhole ? (
    <div role="status">
      <Text mt="md" fw={600}>
        {say.whole(verdict.length)}
      </Text>
      <Text size="sm" mb="xs">
        {say.head}
      </Text>
      <CopyField value={verdict.head} what={say.what} />
    </div>
  ) : (
    <Text mt="md" fw={600} role="alert">
      {say.broken(verdict.brokenAt)}
    </Text>
  )
}

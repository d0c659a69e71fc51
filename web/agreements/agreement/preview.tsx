import { Button, Loader, SegmentedControl, Text } from '@mantine/core'
import { type ReactNode, useRef, useState } from 'react'
import { useChange } from '../../app/api.ts'
import { ErrorNote } from '../../parts/error-note.tsx'
import { saveFile } from '../../parts/save-file.ts'
import type { agreement } from '../../texts/en/agreement.ts'
import css from './agreement.module.css'
import type { Draft } from './draft.ts'
import { type Device, Frame } from './frame.tsx'
import { type OfPdf, relatedTo, type Shown, wordsOf } from './use-preview.ts'

type Props = {
  say: typeof agreement
  draft: Draft
  shown: Shown | undefined
  error: Error | null
  pdf?: OfPdf
  /** Elements beside the choice of the device. */
  children?: ReactNode
}

/** The signer's view, drawn by the ceremony itself for a computer or a phone; and the finished document. */
export function Preview({ say: { preview: say }, draft, shown, error, pdf, children }: Props) {
  const [device, setDevice] = useState<Device>('wide')
  const isFaulty = shown === undefined || shown.faults.length > 0
  const document = useChange([], async (api, words: ReturnType<typeof wordsOf>) =>
    saveFile(
      await api.make('agreement-previews', 'pdf', words, pdf ? { relationships: relatedTo(pdf) } : {}),
      `${draft.title}.pdf`,
    ),
  )
  const last = useLastReadable(shown)
  return (
    <section className={css.look} aria-label={say.title}>
      <div className={css.bar}>
        <SegmentedControl
          size="xs"
          aria-label={say.device}
          data={[
            { value: 'wide', label: say.devices.wide },
            { value: 'phone', label: say.devices.phone },
          ]}
          value={device}
          onChange={(value) => setDevice(value === 'phone' ? 'phone' : 'wide')}
        />
        {children}
        <span className={css.gap} />
        <Button
          size="xs"
          variant="default"
          disabled={isFaulty}
          loading={document.isPending}
          onClick={() => document.mutate(wordsOf(draft))}
        >
          {say.document}
        </Button>
      </div>
      <ErrorNote error={error ?? document.error} />
      <div className={css.stage}>
        {last === null ? (
          <Loader m="auto" role="status" aria-label={say.waiting} />
        ) : (
          <Frame shown={last} device={device} label={say.frame} />
        )}
      </div>
      {shown?.html === null && (
        <Text size="sm" c="dimmed" mt={4} role="status">
          {say.stale}
        </Text>
      )}
    </section>
  )
}

/** The shown preview; while the text is unreadable, the last readable one. */
function useLastReadable(shown: Shown | undefined): Shown | null {
  const last = useRef<Shown>(null)
  if (shown && shown.html !== null) last.current = shown
  return last.current
}

import { Button, Loader, SegmentedControl, Text } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useChange } from '../../app/api.ts'
import { ErrorNote } from '../../parts/error-note.tsx'
import { saveFile } from '../../parts/save-file.ts'
import type { agreement } from '../../texts/en/agreement.ts'
import css from './agreement.module.css'
import type { Draft } from './draft.ts'
import { type Shown, wordsOf } from './use-preview.ts'

type Device = 'wide' | 'phone'
type Props = { say: typeof agreement; draft: Draft; shown: Shown | undefined; error: Error | null }

/** The signer's view, drawn by the ceremony itself for a computer or a phone; and the finished document. */
export function Preview({ say: { preview: say }, draft, shown, error }: Props) {
  const [device, setDevice] = useState<Device>('wide')
  const isFaulty = shown === undefined || shown.faults.length > 0
  const document = useChange([], async (api, words: ReturnType<typeof wordsOf>) =>
    saveFile(await api.make('agreement-previews', 'pdf', words), `${draft.title}.pdf`),
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

/** The shown preview; while the text cannot be read, the last one that could. */
function useLastReadable(shown: Shown | undefined): Shown | null {
  const last = useRef<Shown>(null)
  if (shown && shown.html !== null) last.current = shown
  return last.current
}

type FrameProps = { shown: Shown; device: Device; label: string }

/**
 * The text as the ceremony draws it, with the ceremony's style, in a frame. It is put in as parts, so that the
 * browser runs none of them and the frame keeps its scroll position. Our own policy holds there too.
 */
function Frame({ shown: { title, language, html, stylesheet }, device, label }: FrameProps) {
  const frame = useRef<HTMLIFrameElement>(null)
  const [isLoaded, setLoaded] = useState(false)
  const style = new URL(stylesheet).pathname
  useEffect(() => {
    const page = frame.current?.contentDocument
    if (!isLoaded || !page) return
    const text = new DOMParser().parseFromString(html ?? '', 'text/html')
    const [heading, paper] = [page.createElement('h1'), page.createElement('section')]
    page.documentElement.lang = language ?? ''
    heading.textContent = title
    heading.dir = 'auto'
    paper.className = 'paper'
    paper.append(...text.body.childNodes)
    page.querySelector('main')?.replaceChildren(heading, paper)
  }, [title, language, html, isLoaded])
  return (
    <iframe
      ref={frame}
      className={css.frame}
      data-device={device}
      title={label}
      srcDoc={emptyPage(style, label)}
      onLoad={() => setLoaded(true)}
    />
  )
}

// Both are our own texts, without anything of an agreement.
function emptyPage(style: string, title: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>${title}</title><link rel="stylesheet" href="${style}"></head>
<body><main aria-label="${title}"></main></body></html>`
}

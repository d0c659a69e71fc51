import { useEffect, useRef, useState } from 'react'
import css from './agreement.module.css'
import type { Shown } from './use-preview.ts'

export type Device = 'wide' | 'phone'
type FrameProps = { shown: Shown; device: Device; label: string }

/**
 * A page as the ceremony draws it, with the ceremony's style and scripts, in a frame. The code inserts its parts, so
 * that the browser runs none of its scripts and the frame keeps its scroll position. Our own policy holds in the frame
 * too.
 */
export function Frame({ shown: { title, language, html, stylesheet }, device, label }: FrameProps) {
  const frame = useRef<HTMLIFrameElement>(null)
  const [isLoaded, setLoaded] = useState(false)
  const style = new URL(stylesheet).pathname
  useEffect(() => {
    const page = frame.current?.contentDocument
    if (!isLoaded || !page) return
    const text = new DOMParser().parseFromString(html ?? '', 'text/html')
    // The page of a role is complete, with its own heading and paper. A text to read has neither.
    const isWhole = text.querySelector('.paper') !== null
    page.documentElement.lang = isWhole ? document.documentElement.lang : (language ?? '')
    const parts = isWhole ? text.body.childNodes : onPaper(page, title, text.body.childNodes)
    page.querySelector('main')?.replaceChildren(...parts)
    page.defaultView?.dispatchEvent(new Event('sealane-preview'))
  }, [title, language, html, isLoaded])
  return (
    <iframe
      ref={frame}
      className={css.frame}
      data-device={device}
      title={label}
      srcDoc={emptyPage(style, style.replace(/[^/]+$/, 'preview.js'), label)}
      onLoad={() => setLoaded(true)}
    />
  )
}

function onPaper(page: Document, title: string, text: Iterable<Node>): Node[] {
  const [heading, paper] = [page.createElement('h1'), page.createElement('section')]
  heading.textContent = title
  heading.dir = 'auto'
  paper.className = 'paper'
  paper.append(...text)
  return [heading, paper]
}

// Both are our own texts, without any part of an agreement.
function emptyPage(style: string, script: string, title: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>${title}</title><link rel="stylesheet" href="${style}"><script type="module" src="${script}"></script></head>
<body><main aria-label="${title}"></main></body></html>`
}

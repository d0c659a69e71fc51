import { useRouter } from '@tanstack/react-router'
import type { MouseEvent } from 'react'
import { basepath } from '../app/place.ts'
import css from './row-link.module.css'

type Props = { to: string; title?: string; children: React.ReactNode }

/** The name of a row, with a link to its page. The router's own link would compute the address for every row. */
export function RowLink({ to, title, children }: Props) {
  const router = useRouter()
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    void router.navigate({ to })
  }
  return (
    <a
      className={css.link}
      href={basepath === '/' ? to : basepath + to}
      title={title}
      onClick={follow}
      // The code of the page loads while the finger is still down.
      onPointerDown={() => void router.preloadRoute({ to }).catch(() => {})}
    >
      {children}
    </a>
  )
}

/** A line below the name of a row. Its whole text is its title. */
export function BelowName({ title, children }: { title?: string; children: React.ReactNode }) {
  return (
    <div className={css.below} title={title ?? (typeof children === 'string' ? children : undefined)}>
      {children}
    </div>
  )
}

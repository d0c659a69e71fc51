import { Drawer } from '@mantine/core'
import { type ReactNode, useRef } from 'react'
import { useWords } from '../app/language.tsx'
import { parts as en } from '../texts/en/parts.ts'
import { parts as fr } from '../texts/fr/parts.ts'
import css from './dialog.module.css'
import { useFocusBack } from './focus-back.ts'

/**
 * A panel beside the page for one row of a list. Escape, the cross and a click outside close it; the focus returns to
 * its earlier place.
 */
export function SidePanel({ title, onClose, children }: { title: string; onClose(): void; children: ReactNode }) {
  const say = useWords({ en, fr })
  const content = useRef<HTMLDivElement>(null)
  useFocusBack(true, content)
  return (
    <Drawer.Root opened onClose={onClose} position="right" size="xl" lockScroll={false} returnFocus={false}>
      <Drawer.Overlay />
      <Drawer.Content ref={content}>
        <div className={css.head}>
          <Drawer.Title className={css.title}>{title}</Drawer.Title>
          <Drawer.CloseButton aria-label={say.close} />
        </div>
        <Drawer.Body>{children}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  )
}

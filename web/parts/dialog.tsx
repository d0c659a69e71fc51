import { Modal } from '@mantine/core'
import { type ReactNode, useRef } from 'react'
import { useWords } from '../app/language.tsx'
import { parts as en } from '../texts/en/parts.ts'
import { parts as fr } from '../texts/fr/parts.ts'
import css from './dialog.module.css'
import { useFocusBack } from './focus-back.ts'

export type DialogProps = {
  title: string
  opened: boolean
  onClose(): void
  children: ReactNode
  size?: 'sm' | 'md' | 'lg' | 'xl'
}

/** A dialog over the page. Escape, the cross and a click outside close it; the focus returns to its earlier place. */
export function Dialog({ title, opened, onClose, children, size = 'md' }: DialogProps) {
  const say = useWords({ en, fr })
  const content = useRef<HTMLDivElement>(null)
  useFocusBack(opened, content)
  return (
    <Modal.Root opened={opened} onClose={onClose} size={size} lockScroll={false} returnFocus={false} centered>
      <Modal.Overlay />
      <Modal.Content ref={content}>
        <div className={css.head}>
          <Modal.Title className={css.title}>{title}</Modal.Title>
          <Modal.CloseButton aria-label={say.close} />
        </div>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

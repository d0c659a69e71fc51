import { Button, type ButtonProps } from '@mantine/core'
import { createContext, type KeyboardEvent, type ReactNode, useContext, useEffect, useRef, useState } from 'react'
import { CheckIcon } from './icons.tsx'
import css from './menu.module.css'

const CloseContext = createContext(() => {})

type Props = {
  /** The contents of the button, and its look. */
  button: ReactNode
  look?: ButtonProps
  /** The name of the button, if it is longer than its contents. The menu has the name `label`. */
  name?: string
  label: string
  children: ReactNode
  /** Called when the menu opens and closes. */
  onChange?(isOpen: boolean): void
}

/**
 * A button with a menu below it, by the pattern of the ARIA guide: arrows, Home and End move, Escape and Tab close.
 * Every page has it, so it takes only the button from a library.
 */
export function Menu({ button, look = { variant: 'default' }, name, label, children, onChange }: Props) {
  const [isOpen, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const set = (open: boolean) => {
    setOpen(open)
    onChange?.(open)
  }
  const close = () => {
    set(false)
    box.current?.querySelector<HTMLElement>('button')?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Tab') set(false)
    if (event.key === 'Escape') close()
    if (moveFocus(box.current, event.key)) event.preventDefault()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the menu within.
    <div
      className={css.box}
      ref={box}
      onKeyDown={isOpen ? onKeyDown : undefined}
      onBlur={({ relatedTarget }) => {
        if (isOpen && relatedTarget && !box.current?.contains(relatedTarget)) set(false)
      }}
    >
      <Button
        {...look}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-label={name}
        onClick={() => (isOpen ? close() : set(true))}
      >
        {button}
      </Button>
      {isOpen && (
        <CloseContext value={close}>
          <Items label={label} onOutside={() => set(false)}>
            {children}
          </Items>
        </CloseContext>
      )}
    </div>
  )
}

function Items({ label, onOutside, children }: { label: string; onOutside(): void; children: ReactNode }) {
  const list = useRef<HTMLDivElement>(null)
  const leave = useRef(onOutside)
  leave.current = onOutside
  useEffect(() => {
    const menu = list.current
    if (menu && menu.getBoundingClientRect().right > document.documentElement.clientWidth - 8) menu.dataset.end = 'true'
    menu?.querySelector<HTMLElement>('[role=menuitem]')?.focus({ preventScroll: true })
    const onDown = ({ target }: Event) => {
      if (target instanceof Node && !menu?.parentElement?.contains(target)) leave.current()
    }
    document.addEventListener('pointerdown', onDown)
    return () => document.removeEventListener('pointerdown', onDown)
  }, [])
  return (
    <div className={css.items} role="menu" aria-label={label} ref={list}>
      {children}
    </div>
  )
}

// Whether the key moved the focus.
function moveFocus(box: HTMLElement | null, key: string): boolean {
  const items = [...(box?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])]
  const now = items.findIndex((item) => item.matches(':focus'))
  const places: Record<string, number> = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: -1 }
  const place = places[key]
  if (place === undefined) return false
  items.at(place % items.length)?.focus()
  return true
}

type ItemProps = { onClick?(): void; href?: string; lang?: string; isChosen?: boolean; children: ReactNode }

/** One entry of a menu: an action, or with `href` a link. */
export function MenuItem({ onClick, href, lang, isChosen = false, children }: ItemProps) {
  const close = useContext(CloseContext)
  const shared = { className: css.item, role: 'menuitem', tabIndex: -1, lang }
  const inside = (
    <>
      <span>{children}</span>
      {isChosen && <CheckIcon />}
    </>
  )
  if (href !== undefined)
    return (
      <a {...shared} href={href}>
        {inside}
      </a>
    )
  return (
    <button
      {...shared}
      type="button"
      onClick={() => {
        close()
        onClick?.()
      }}
    >
      {inside}
    </button>
  )
}

/** The common heading of the items below it. */
export function MenuLabel({ children }: { children: ReactNode }) {
  return (
    <div className={css.label} role="presentation">
      {children}
    </div>
  )
}

export function MenuLine() {
  return <hr className={css.line} />
}

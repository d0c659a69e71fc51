import { TextInput } from '@mantine/core'
import { type KeyboardEvent, useId, useState } from 'react'
import { Dialog } from '../../parts/dialog.tsx'
import { shell as en } from '../../texts/en/shell.ts'
import { shell as fr } from '../../texts/fr/shell.ts'
import { useWords } from '../language.tsx'
import { type Command, useCommands } from './commands.ts'
import css from './palette.module.css'

/** The command palette: type, choose with the arrows, run with Enter. */
export function Palette({ onClose }: { onClose(): void }) {
  const say = useWords({ en, fr }).palette
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const list = useId()
  const commands = useCommands(typed)
  const chosen = commands[Math.min(at, commands.length - 1)]
  const run = ({ act }: Command) => {
    onClose()
    act()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined && event.key !== 'Enter') return
    event.preventDefault()
    if (step === undefined) return chosen && run(chosen)
    setAt((commands.length + Math.min(at, commands.length - 1) + step) % Math.max(1, commands.length))
  }
  return (
    <Dialog opened onClose={onClose} title={say.title} size="lg">
      <TextInput
        aria-label={say.title}
        placeholder={say.hint}
        value={typed}
        data-autofocus
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={chosen && `${list}-${chosen.id}`}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setAt(0)
        }}
      />
      <div id={list} role="listbox" aria-label={say.title} className={css.list} tabIndex={-1}>
        {commands.map((command) => (
          <div
            key={command.id}
            id={`${list}-${command.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={command === chosen}
            className={css.command}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => run(command)}
            onKeyDown={onKeyDown}
            ref={(option) => {
              if (command === chosen) option?.scrollIntoView({ block: 'nearest' })
            }}
          >
            <span>{command.label}</span>
            <span className={css.group}>{command.group}</span>
          </div>
        ))}
      </div>
      {commands.length === 0 && <p role="status">{say.nothing}</p>}
    </Dialog>
  )
}

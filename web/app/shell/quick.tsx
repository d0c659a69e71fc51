import { Button } from '@mantine/core'
import { lazy, Suspense, useMemo, useState } from 'react'
import { SearchIcon } from '../../parts/icons.tsx'
import { useKeys } from '../../parts/keys.ts'
import { shell as en } from '../../texts/en/shell.ts'
import { shell as fr } from '../../texts/fr/shell.ts'
import { useWords } from '../language.tsx'
import css from './shell.module.css'

const Palette = lazy(() => import('./palette.tsx').then(({ Palette }) => ({ default: Palette })))
const KeysHelp = lazy(() => import('./keys-help.tsx').then(({ KeysHelp }) => ({ default: KeysHelp })))

/** The command palette (Ctrl-K) and the list of keys (?), with a button for people without a keyboard. */
export function QuickAccess() {
  const say = useWords({ en, fr })
  const [shown, setShown] = useState<'palette' | 'keys' | null>(null)
  const keys = useMemo(
    () => [
      { key: 'mod+k', label: say.palette.title, act: () => setShown('palette') },
      { key: '?', label: say.keys.title, act: () => setShown('keys') },
    ],
    [say],
  )
  useKeys(keys)
  const close = () => setShown(null)
  return (
    <>
      <Button variant="default" size="xs" onClick={() => setShown('palette')}>
        <span className={css.narrow} role="img" aria-label={say.palette.title}>
          <SearchIcon />
        </span>
        <span className={css.wide}>{say.palette.button}</span>
      </Button>
      <Suspense>
        {shown === 'palette' && <Palette onClose={close} />}
        {shown === 'keys' && <KeysHelp onClose={close} />}
      </Suspense>
    </>
  )
}

import { Button, Group, Text } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import type { Document } from '../../../clients/jsonapi/src/index.ts'
import type { agreement } from '../../texts/en/agreement.ts'
import css from './agreement.module.css'
import type { Agreement } from './draft.ts'
import type { DraftInHand } from './use-draft.ts'

const Difference = lazy(async () => ({ default: (await import('../editor/difference.tsx')).Difference }))

type Props = {
  say: typeof agreement
  hand: DraftInHand
  theirs: Document<Agreement>
  onSave(work: () => Promise<{ version: number }>): Promise<void>
}

/** Shown when another person saved first: the differences, and both ways to continue. */
export function Conflict({ say: { conflict: say }, hand, theirs, onSave }: Props) {
  const [isShown, setShown] = useState(false)
  const { source, version, file } = theirs.data.attributes
  return (
    <section className={css.warning} role="alert">
      <Text fw={650}>{say.title(version)}</Text>
      <Text size="sm">{file ? say.textOfFile : say.text}</Text>
      <Group gap="xs" mt="sm">
        {!file && (
          <Button size="xs" variant="default" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
            {say.difference}
          </Button>
        )}
        <Button size="xs" onClick={() => void onSave(() => hand.saveOver(theirs))} loading={hand.isSaving}>
          {say.keepMine}
        </Button>
        <Button size="xs" variant="default" onClick={hand.discard}>
          {say.takeTheirs}
        </Button>
      </Group>
      {isShown && (
        <Suspense>
          <Difference before={source} after={hand.draft.source} labels={[say.theirs, say.mine]} />
        </Suspense>
      )}
    </section>
  )
}

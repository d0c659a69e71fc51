import { Button, Group, Kbd, Text, Title } from '@mantine/core'
import { useWords } from '../../app/language.tsx'
import { review as en } from '../../texts/en/review.ts'
import { verifications as enAll } from '../../texts/en/verifications.ts'
import { review as fr } from '../../texts/fr/review.ts'
import { verifications as frAll } from '../../texts/fr/verifications.ts'
import { Findings } from '../one/findings.tsx'
import { Known } from '../one/known.tsx'
import { nameOf } from '../words.tsx'
import type { Act } from './page.tsx'
import css from './review.module.css'
import type { Waiting } from './waiting.ts'

type Props = { of: Waiting; mayDecide: boolean; isBusy: boolean; onAct(act: Act): void }

/** The chosen check, with its actions. */
export function Chosen({ of: { one, isMine, isTaken, by }, mayDecide, isBusy, onAct }: Props) {
  const words = useWords({ en: enAll, fr: frAll })
  const say = useWords({ en, fr })
  const results = words.results[one.attributes.kind]
  const buttons: [Act, string, string, boolean][] = [
    ['accept', 'a', results.verified, !isTaken],
    ['reject', 'r', results.rejected, !isTaken],
    ['claim', 'c', isMine ? say.release : say.claim, !isTaken],
    ['next', 'n', say.next, true],
  ]
  return (
    <article className={css.chosen} aria-label={nameOf(one.attributes, words)}>
      <Title order={2} size="h4" mb="sm">
        {nameOf(one.attributes, words)}
      </Title>
      {isTaken && <Text mb="sm">{say.takenText(by)}</Text>}
      <Group gap="xs" mb="md">
        {mayDecide &&
          buttons.map(([act, key, label, isPossible]) => (
            <Button
              key={act}
              variant={act === 'accept' || act === 'reject' ? 'filled' : 'default'}
              {...(act === 'reject' ? { color: 'red.9' } : {})}
              disabled={!isPossible || (isBusy && act !== 'next')}
              aria-keyshortcuts={key}
              rightSection={<Kbd aria-hidden="true">{key}</Kbd>}
              onClick={() => onAct(act)}
            >
              {label}
            </Button>
          ))}
        <Button variant="subtle" aria-keyshortcuts="o" onClick={() => onAct('open')}>
          {say.open}
        </Button>
      </Group>
      <Known of={one} />
      <Findings of={one} scans={[]} />
    </article>
  )
}

import { Group, Text, VisuallyHidden } from '@mantine/core'
import { useWords } from '../../app/language.tsx'
import { tell } from '../../parts/tell.ts'
import type { agreement } from '../../texts/en/agreement.ts'
import { parts as en } from '../../texts/en/parts.ts'
import type { pdf } from '../../texts/en/pdf.ts'
import { parts as fr } from '../../texts/fr/parts.ts'
import type { DraftInHand } from '../agreement/use-draft.ts'
import { FieldList } from './field-list.tsx'
import { PageBar, PenBar } from './page-bar.tsx'
import css from './pdf.module.css'
import { Sheet } from './sheet.tsx'
import type { Spot } from './spots.ts'
import type { Work } from './use-work.ts'

type Props = {
  say: typeof pdf
  words: typeof agreement
  of: DraftInHand
  spots: readonly Spot[]
  work: Work
  mayWrite: boolean
  faults: Record<string, string>
}

/** The present page with its fields, beside the list of all fields. */
export function Pages({ say, words, of: { base, draft }, spots, work, mayWrite, faults }: Props) {
  const { undo } = useWords({ en, fr })
  const { pages = [], anchors = [] } = base.attributes.file ?? {}
  const remove = (index: number) => {
    const label = draft.fields[index]?.label ?? ''
    const bringBack = work.remove(index)
    void tell(say.removed(label), { label: undo, act: bringBack })
  }
  return (
    <div className={css.work}>
      <div>
        <Group justify="space-between" align="flex-end" mb="xs">
          {mayWrite && <PenBar say={say} types={words.fields.types} work={work} roles={draft.signerRoles} />}
          <PageBar say={say} work={work} pages={pages.length} />
        </Group>
        <Sheet {...{ say, draft, spots, work, mayWrite }} of={base} faultyFields={placesIn(faults)} onRemove={remove} />
        {mayWrite && (
          <Text id="pdf-keys" size="xs" c="dimmed" mt="xs">
            {say.keys}
          </Text>
        )}
        <VisuallyHidden role="status">
          {say.whereItIs(work.chosen === null ? undefined : spots.find((spot) => spot.index === work.chosen)?.place)}
        </VisuallyHidden>
      </div>
      <div className={css.side}>
        <FieldList
          isReadOnly={!mayWrite}
          {...{ say, words, draft, spots, work, faults }}
          named={new Set(anchors.map(({ key }) => key))}
          pages={pages.length}
          onRemove={remove}
        />
      </div>
    </div>
  )
}

/** The positions of the fields with faults. */
function placesIn(faults: Record<string, string>): ReadonlySet<number> {
  const places = Object.keys(faults).flatMap((path) => /^\/(\d+)/.exec(path)?.[1] ?? [])
  return new Set(places.map(Number))
}

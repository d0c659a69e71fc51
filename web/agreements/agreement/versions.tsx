import { Button, Group, NativeSelect, Text } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { type Resource, useResources } from '../../app/api.ts'
import { useLanguage, useWords } from '../../app/language.tsx'
import { useSession } from '../../app/session.ts'
import { useNow } from '../../parts/clock.ts'
import { Confirm } from '../../parts/confirm.tsx'
import { useAddressWords } from '../../parts/list/search.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { sayRelative } from '../../parts/relative-time.ts'
import { tell } from '../../parts/tell.ts'
import type { agreement } from '../../texts/en/agreement.ts'
import { parts as en } from '../../texts/en/parts.ts'
import { parts as fr } from '../../texts/fr/parts.ts'
import type { Agreement } from './draft.ts'
import { FileDifference, isSameFile } from './file-difference.tsx'
import type { DraftInHand } from './use-draft.ts'

const Difference = lazy(async () => ({ default: (await import('../editor/difference.tsx')).Difference }))

type Version = Resource<'agreement-versions'>
type Props = { say: typeof agreement; of: Agreement; hand: DraftInHand }

/** The versions of the agreement, and the differences between them. */
export function Versions({ say, of: { id, attributes }, hand }: Props) {
  const asked = useResources('agreement-versions', { filter: { agreement: id }, page: { size: 100 } })
  const mayWrite = useSession().may('agreements:write') && !attributes.isArchived
  return (
    <Loaded of={asked}>
      {({ data: [newest, second, ...rest] }) => {
        if (!newest || !second) return <Text>{say.versions.only}</Text>
        return <Compared say={say} versions={[newest, second, ...rest]} hand={mayWrite ? hand : null} />
      }}
    </Loaded>
  )
}

type ComparedProps = {
  say: typeof agreement
  versions: [Version, Version, ...Version[]]
  hand: DraftInHand | null
}

function Compared({ say: { versions: say, saved }, versions, hand }: ComparedProps) {
  const { language } = useLanguage()
  const now = useNow()
  const { justNow } = useWords({ en, fr }).time
  const [, change] = useAddressWords()
  const [from, setFrom] = useState(versions[1].id)
  const [to, setTo] = useState(versions[0].id)
  const [isAsking, setAsking] = useState(false)
  const [before, after] = [from, to].map((id) => versions.find((one) => one.id === id) ?? versions[0])
  const data = versions.map(({ id, attributes: { number, createdAt } }) => ({
    value: id,
    label: `${say.number(number)} · ${sayRelative(new Date(createdAt), now, language, justNow)}`,
  }))
  if (!before || !after) return null
  const { number } = before.attributes
  const newest = versions[0].attributes
  // A draft has no file of its own, so a version with another file is saved at once.
  const isOtherFile = Boolean(before.attributes.file || newest.file) && !isSameFile(before.attributes, newest)
  const restoreFile = async () => {
    const made = await hand?.restore(number)
    if (!made) return
    void tell(saved(made.version))
    change({ tab: undefined })
  }
  const restore = () => {
    if (isOtherFile) return setAsking(true)
    const { title, source, signerRoles, fields, requiredVerifications, shownMetadata } = before.attributes
    hand?.write({ title, source, signerRoles, fields, requiredVerifications, shownMetadata })
    void tell(before.attributes.file ? say.restoredFields(number) : say.restored(number))
    change({ tab: undefined })
  }
  return (
    <section aria-label={say.difference}>
      <Group align="flex-end" mb="md">
        <NativeSelect
          label={say.from}
          data={data}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <NativeSelect label={say.to} data={data} value={to} onChange={(event) => setTo(event.currentTarget.value)} />
        {hand && before.id !== versions[0].id && (
          <Button variant="default" onClick={restore}>
            {say.restore}
          </Button>
        )}
      </Group>
      <Confirm
        opened={isAsking}
        title={say.restoreFile(number)}
        act={say.restoreAct}
        onConfirm={restoreFile}
        onClose={() => setAsking(false)}
      >
        {say.restoreFileText(newest.number + 1)} {hand?.isDirty && say.restoreDrops}
      </Confirm>
      <Differences say={say} before={before.attributes} after={after.attributes} />
    </section>
  )
}

type Content = Version['attributes']
type DifferencesProps = { say: (typeof agreement)['versions']; before: Content; after: Content }

function Differences({ say, before, after }: DifferencesProps) {
  if (before.file || after.file) return <FileDifference say={say} before={before} after={after} />
  if (before.source === after.source) return <Text>{say.same}</Text>
  const labels = [say.number(before.number), say.number(after.number)] as const
  return (
    <Suspense>
      <Difference before={before.source} after={after.source} labels={labels} />
    </Suspense>
  )
}

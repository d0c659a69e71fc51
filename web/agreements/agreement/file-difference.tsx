import { Text } from '@mantine/core'
import type { Resource } from '../../app/api.ts'
import type { agreement } from '../../texts/en/agreement.ts'

type Said = Resource<'agreement-versions'>['attributes']
type Props = { say: (typeof agreement)['versions']; before: Said; after: Said }

/** Whether two versions have the same file, or the same text. */
export const isSameFile = (one: Said, other: Said) => one.sourceSha256 === other.sourceSha256

/** The differences between two versions if at least one has a PDF: the files, and the fields by their labels. */
export function FileDifference({ say, before, after }: Props) {
  const nameOf = ({ file }: Said) => file?.name ?? say.aText
  const known = new Map(before.fields.map((field) => [field.key, JSON.stringify(field)]))
  const left = new Set(after.fields.map(({ key }) => key))
  const told = [
    [say.fieldsAdded, after.fields.filter(({ key }) => !known.has(key))],
    [say.fieldsGone, before.fields.filter(({ key }) => !left.has(key))],
    [
      say.fieldsChanged,
      after.fields.filter((field) => known.has(field.key) && known.get(field.key) !== JSON.stringify(field)),
    ],
  ] as const
  return (
    <>
      <Text>
        {isSameFile(before, after) ? say.sameFile(nameOf(after)) : say.otherFile(nameOf(before), nameOf(after))}
      </Text>
      {told.map(
        ([words, fields]) =>
          fields.length > 0 && (
            <Text key={words} mt="xs">
              {words} {fields.map(({ label, key }) => label || key).join(', ')}
            </Text>
          ),
      )}
      {told.every(([, fields]) => fields.length === 0) && <Text mt="xs">{say.sameFields}</Text>}
    </>
  )
}

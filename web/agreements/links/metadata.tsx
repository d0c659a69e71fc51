import { ActionIcon, Button, Group, Text, TextInput } from '@mantine/core'
import type { links } from '../../texts/en/links.ts'
import type { Entry } from './address.ts'

type Props = { say: typeof links; entries: readonly Entry[]; onChange(entries: Entry[]): void }

/** The names and values of metadata of a link or a submission. */
export function MetadataEntries({ say: { metadata: say }, entries, onChange }: Props) {
  const shown = entries.length === 0 ? [{ name: '', value: '' }] : entries
  const change = (index: number, changes: Partial<Entry>) =>
    onChange(shown.map((entry, at) => (at === index ? { ...entry, ...changes } : entry)))
  return (
    <section aria-label={say.title}>
      <Text fw={600}>{say.title}</Text>
      <Text size="sm" c="dimmed" mb="xs">
        {say.about} {say.known}
      </Text>
      {shown.map(({ name, value }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an entry is known by its place; its name is still being typed.
        <Group key={index} gap="xs" mb="xs" wrap="nowrap">
          <TextInput
            flex={1}
            aria-label={say.name}
            placeholder={say.name}
            value={name}
            onChange={({ currentTarget }) => change(index, { name: currentTarget.value })}
          />
          <TextInput
            flex={1}
            aria-label={say.value}
            placeholder={say.value}
            value={value}
            onChange={({ currentTarget }) => change(index, { value: currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            aria-label={say.remove(name || String(index + 1))}
            onClick={() => onChange(shown.filter((_, at) => at !== index))}
          >
            ✕
          </ActionIcon>
        </Group>
      ))}
      <Button variant="default" size="xs" onClick={() => onChange([...shown, { name: '', value: '' }])}>
        {say.add}
      </Button>
    </section>
  )
}

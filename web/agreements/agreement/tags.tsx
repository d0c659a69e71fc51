import { TextInput } from '@mantine/core'
import { type ClipboardEvent, useState } from 'react'
import type { agreement } from '../../texts/en/agreement.ts'

const trimmed = (tags: readonly string[]) => [...new Set(tags.map((tag) => tag.trim()).filter((tag) => tag !== ''))]

/** The tags of a text with commas between them, each once. */
export const tagsIn = (text: string) => trimmed(text.split(','))

/** The tags of a pasted list. Commas, semicolons, tabs or line breaks separate them. */
export const tagsOfList = (list: string) => trimmed(list.split(/[,;\t\r\n]/))

type Selection = { value: string; selectionStart: number | null; selectionEnd: number | null }

/**
 * The text after a list was pasted over the selection. Each entry of the list becomes a tag, with commas between them.
 */
export function pasteTags({ value, selectionStart, selectionEnd }: Selection, list: string): string {
  const [start, end] = [selectionStart ?? value.length, selectionEnd ?? value.length]
  return [...tagsIn(value.slice(0, start)), ...tagsOfList(list), ...tagsIn(value.slice(end))].join(', ')
}

type TagsProps = {
  say: (typeof agreement)['settings']
  tags: readonly string[]
  onChange(tags: string[]): void
}

/** Tags as one text. The typed text stays while it has the same tags. */
export function Tags({ say, tags, onChange }: TagsProps) {
  const [typed, setTyped] = useState('')
  const isSame = JSON.stringify(tagsIn(typed)) === JSON.stringify(tags)
  const take = (text: string) => {
    setTyped(text)
    onChange(tagsIn(text))
  }
  // A browser drops the line breaks of a text that is pasted into one line. A list would then become one tag.
  const onPaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const list = event.clipboardData.getData('text')
    if (tagsOfList(list).length < 2) return
    event.preventDefault()
    take(pasteTags(event.currentTarget, list))
  }
  return (
    <TextInput
      label={say.tags}
      description={say.tagsHint}
      value={isSame ? typed : tags.join(', ')}
      onPaste={onPaste}
      onChange={({ currentTarget: { value } }) => take(value)}
    />
  )
}

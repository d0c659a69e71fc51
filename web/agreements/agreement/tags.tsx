import { TextInput } from '@mantine/core'
import { type ClipboardEvent, useState } from 'react'
import type { agreement } from '../../texts/en/agreement.ts'

const trimmed = (tags: readonly string[]) => [...new Set(tags.map((tag) => tag.trim()).filter((tag) => tag !== ''))]

/** The tags that a text names between commas, each once. */
export const tagsIn = (text: string) => trimmed(text.split(','))

/** The tags of a list from elsewhere: its entries stand between commas, semicolons, tabs or line breaks. */
export const tagsOfList = (list: string) => trimmed(list.split(/[,;\t\r\n]/))

type Selection = { value: string; selectionStart: number | null; selectionEnd: number | null }

/** The text after a list was pasted over the selection. The list becomes tags of their own, with commas between. */
export function pasteTags({ value, selectionStart, selectionEnd }: Selection, list: string): string {
  const [start, end] = [selectionStart ?? value.length, selectionEnd ?? value.length]
  return [...tagsIn(value.slice(0, start)), ...tagsOfList(list), ...tagsIn(value.slice(end))].join(', ')
}

type TagsProps = {
  say: (typeof agreement)['settings']
  tags: readonly string[]
  onChange(tags: string[]): void
}

/** Tags as one text. It stays as it is typed while it says the same tags. */
export function Tags({ say, tags, onChange }: TagsProps) {
  const [typed, setTyped] = useState('')
  const isSame = JSON.stringify(tagsIn(typed)) === JSON.stringify(tags)
  const take = (text: string) => {
    setTyped(text)
    onChange(tagsIn(text))
  }
  // A browser drops the line breaks of what is pasted into one line, which would make one tag of a list.
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

import { Button, FileInput, Group, Radio, Select, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useChange } from '../app/api.ts'
import { useWords } from '../app/language.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { bulkSends as en } from '../texts/en/bulk-sends.ts'
import { bulkSends as fr } from '../texts/fr/bulk-sends.ts'
import type { BulkSend } from './columns.tsx'
import { readFile } from './file.ts'
import { FileFaults } from './file-faults.tsx'
import { useLinks } from './links.ts'
import { type Looked, WhatItBecomes } from './what-it-becomes.tsx'

type Delivery = BulkSend['attributes']['delivery']
type Words = (typeof en)['dialog']

/** Asks for a link and a file, shows the result of the check, and sends the file. Nothing is made before the check. */
export function SendToMany({ onClose }: { onClose(): void }) {
  const say = useWords({ en, fr }).dialog
  const open = useOpenLinks()
  const [link, setLink] = useState<string | null>(null)
  const [delivery, setDelivery] = useState<Delivery>('email')
  const [file, setFile] = useState<File | null>(null)
  const [checked, setChecked] = useState<Looked | null>(null)
  const chosen = link ?? (open?.length === 1 ? (open[0]?.id ?? null) : null)
  const check = useCheck(delivery, chosen ?? '', setChecked)
  const take = (given: File | null) => {
    setFile(given)
    check.reset()
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (file && chosen) check.mutate(file)
  }
  if (checked) return <WhatItBecomes {...checked} onClose={onClose} />
  return (
    <Dialog opened onClose={onClose} title={say.title} size="lg">
      <form onSubmit={onSubmit}>
        <Stack>
          <LinkChoice say={say} open={open} value={chosen} onChange={setLink} />
          <DeliveryChoice say={say} value={delivery} onChange={setDelivery} />
          <FileInput
            label={say.file}
            description={say.fileHint}
            placeholder={say.choose}
            accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values"
            value={file}
            onChange={take}
            onDragOver={(event) => event.preventDefault()}
            onDrop={(event) => {
              event.preventDefault()
              take(event.dataTransfer.files[0] ?? file)
            }}
            required
          />
          <FileFaults error={check.error} />
          <Group justify="space-between">
            <Text size="sm" c="dimmed">
              {say.nothingYet}
            </Text>
            <Button type="submit" loading={check.isPending} disabled={!file || !chosen}>
              {say.check}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}

/** The links to send, or null while they load. */
function useOpenLinks() {
  const { links, isPending } = useLinks()
  return isPending ? null : links.filter(({ isActive }) => isActive)
}

/** Uploads a file and requests its preview. */
function useCheck(delivery: Delivery, linkId: string, onChecked: (checked: Looked) => void) {
  return useChange([], async (api, given: File) => {
    const file = await readFile(given)
    const { name, base64 } = file
    const to = { agreementLink: { data: { type: 'agreement-links' as const, id: linkId } } }
    const { data } = await api.create('bulk-send-previews', { delivery, fileUpload: { name, base64 } }, to)
    const id = data.relationships.bulkSend.data?.id
    const known = id === undefined ? null : (await api.get('bulk-sends', id)).data
    onChecked({ preview: data, known, file, linkId })
  })
}

type ChoiceProps<Value> = { say: Words; value: Value; onChange(value: Value): void }

function LinkChoice({ say, open, value, onChange }: LinkChoiceProps) {
  return (
    <Select
      label={say.link}
      description={open?.length === 0 ? say.noLinks : say.linkHint}
      data={(open ?? []).map(({ id, agreement, title }) => ({ value: id, label: say.linkOf(agreement, title) }))}
      value={value}
      onChange={onChange}
      searchable
      required
      data-autofocus
    />
  )
}

type LinkChoiceProps = ChoiceProps<string | null> & { open: ReturnType<typeof useOpenLinks> }

function DeliveryChoice({ say, value, onChange }: ChoiceProps<Delivery>) {
  return (
    <Radio.Group label={say.delivery} value={value} onChange={(word) => onChange(word === 'link' ? 'link' : 'email')}>
      <Stack gap="xs" mt="xs">
        <Radio value="email" label={say.deliveries.email} />
        <Radio value="link" label={say.deliveries.link} />
      </Stack>
    </Radio.Group>
  )
}

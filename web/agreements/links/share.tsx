import { Stack } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import type { Resource } from '../../app/api.ts'
import { CopyField } from '../../parts/copy-field.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import type { links } from '../../texts/en/links.ts'
import { addressOf, type Entry } from './address.ts'
import { MetadataEntries } from './metadata.tsx'

const Qr = lazy(async () => ({ default: (await import('./qr.tsx')).Qr }))

/** Shows the address of a link with metadata, to copy and as a QR code. */
export function ShareLink({ say, of: { id, attributes }, onClose }: ShareProps) {
  const [entries, setEntries] = useState<Entry[]>([])
  const address = addressOf(id, entries)
  return (
    <Dialog opened onClose={onClose} title={say.shareOf(attributes.title)} size="lg">
      <Stack>
        <CopyField value={address} what={say.address} />
        <MetadataEntries say={say} entries={entries} onChange={setEntries} />
        <Suspense>
          <Qr say={say} address={address} name={attributes.title} />
        </Suspense>
      </Stack>
    </Dialog>
  )
}

type ShareProps = { say: typeof links; of: Resource<'agreement-links'>; onClose(): void }

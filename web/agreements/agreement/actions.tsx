import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useChange } from '../../app/api.ts'
import { useSession } from '../../app/session.ts'
import { Confirm } from '../../parts/confirm.tsx'
import { Menu, MenuItem } from '../../parts/menu.tsx'
import { tell } from '../../parts/tell.ts'
import type { agreement } from '../../texts/en/agreement.ts'
import { Send } from '../links/send.tsx'
import type { Agreement } from './draft.ts'

/** The actions on a whole agreement. */
export function Actions({ say, of: shown }: { say: typeof agreement; of: Agreement }) {
  const { title, isArchived } = shown.attributes
  const { may } = useSession()
  const navigate = useNavigate()
  const [isArchiving, setArchiving] = useState(false)
  const [isSending, setSending] = useState(false)
  const duplicate = useChange(['agreements'], (api, _: undefined) =>
    api.create(
      'agreements',
      { title: say.copyOf(title) },
      { original: { data: { type: 'agreements', id: shown.id } } },
    ),
  )
  const archive = useChange(['agreements', 'agreement-links'], (api) =>
    api.update('agreements', shown.id, { isArchived: true }),
  )
  const onDuplicate = async () => {
    const { data } = await duplicate.mutateAsync(undefined)
    await navigate({ to: `/agreements/${data.id}` })
  }
  const onArchive = async () => {
    await archive.mutateAsync(undefined)
    void tell(say.archivedNow(title))
  }
  return (
    <>
      {may('submissions:write') && may('agreements:write') && !isArchived && (
        <Button onClick={() => setSending(true)}>{say.send}</Button>
      )}
      {may('agreements:write') && (
        <Menu button="⋯" name={say.more} label={say.more}>
          <MenuItem onClick={() => void onDuplicate()}>{say.duplicate}</MenuItem>
          {!isArchived && <MenuItem onClick={() => setArchiving(true)}>{say.archive}</MenuItem>}
        </Menu>
      )}
      {isSending && <Send of={shown} onClose={() => setSending(false)} />}
      <Confirm
        opened={isArchiving}
        title={say.archiveQuestion(title)}
        act={say.archive}
        onConfirm={onArchive}
        onClose={() => setArchiving(false)}
      >
        {say.archiveText}
      </Confirm>
    </>
  )
}

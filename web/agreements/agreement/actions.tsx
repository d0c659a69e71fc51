import { Button, Menu } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useChange } from '../../app/api.ts'
import { useSession } from '../../app/session.ts'
import { Confirm } from '../../parts/confirm.tsx'
import { tell } from '../../parts/tell.ts'
import type { agreement } from '../../texts/en/agreement.ts'
import { Send } from '../links/send.tsx'
import { type Agreement, draftOf } from './draft.ts'

/** The actions on a whole agreement. */
export function Actions({ say, of: shown }: { say: typeof agreement; of: Agreement }) {
  const { title, isArchived } = shown.attributes
  const { may } = useSession()
  const navigate = useNavigate()
  const [isArchiving, setArchiving] = useState(false)
  const [isSending, setSending] = useState(false)
  const duplicate = useChange(['agreements'], (api, _: undefined) =>
    api.create('agreements', { ...draftOf(shown), title: say.copyOf(title) }),
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
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" aria-label={say.more}>
              ⋯
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => void onDuplicate()}>{say.duplicate}</Menu.Item>
            {!isArchived && <Menu.Item onClick={() => setArchiving(true)}>{say.archive}</Menu.Item>}
          </Menu.Dropdown>
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

import { Button, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type Resource, useChange, useResources } from '../../app/api.ts'
import { useSession } from '../../app/session.ts'
import { Confirm } from '../../parts/confirm.tsx'
import { ErrorNote } from '../../parts/error-note.tsx'
import { saveFile } from '../../parts/save-file.ts'
import { tell } from '../../parts/tell.ts'
import type { submissions } from '../../texts/en/submissions.ts'
import { hasEnded } from '../tones.ts'

type Props = { say: typeof submissions; of: Resource<'submissions'> }

/** The actions on a submission: download its document, or void it. */
export function Actions({ say: { one: say }, of: { id, attributes } }: Props) {
  const mayWrite = useSession().may('submissions:write')
  const [isVoiding, setVoiding] = useState(false)
  const [reason, setReason] = useState('')
  const [document] = useResources('documents', { filter: { submission: id } }).data?.data ?? []
  const download = useChange([], async (api, { id: documentId, attributes: file }: Resource<'documents'>) =>
    saveFile(await api.download('documents', documentId, 'content'), file.filename),
  )
  const callBack = useChange(['submissions', 'signers', 'verifications', 'voidings'], (api) =>
    api.create('voidings', { reason: reason || null }, { submission: { data: { type: 'submissions', id } } }),
  )
  const onConfirm = async () => {
    await callBack.mutateAsync(undefined)
    void tell(say.voided)
  }
  return (
    <>
      {mayWrite && !hasEnded(attributes.status) && (
        <Button variant="default" onClick={() => setVoiding(true)}>
          {say.void}
        </Button>
      )}
      {document && document.attributes.removedAt === null && (
        <Button loading={download.isPending} onClick={() => download.mutate(document)}>
          {say.download}
        </Button>
      )}
      {document?.attributes.removedAt && <Text c="dimmed">{say.removed}</Text>}
      <ErrorNote error={download.error} />
      <Confirm
        opened={isVoiding}
        title={say.voidQuestion}
        act={say.void}
        onConfirm={onConfirm}
        onClose={() => setVoiding(false)}
      >
        <Text mb="md">{say.voidText}</Text>
        <TextInput
          label={say.voidReason}
          description={say.voidReasonHint}
          maxLength={500}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
      </Confirm>
    </>
  )
}

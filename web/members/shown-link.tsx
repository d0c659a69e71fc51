import { Button, Group, Text } from '@mantine/core'
import { type Resource, useChange } from '../app/api.ts'
import { useWords } from '../app/language.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { ErrorNote } from '../parts/error-note.tsx'
import { OneTimeSecret } from '../parts/one-time-secret.tsx'
import { members as en } from '../texts/en/members.ts'
import { members as fr } from '../texts/fr/members.ts'

/** Requests a new link of an invitation, and shows it once. */
export function ShownLink({ of: invitation, onClose }: { of: Resource<'invitations'>; onClose(): void }) {
  const { link: say } = useWords({ en, fr }).invitations
  const show = useChange(['audit-events'], (api) =>
    api.create('server-invitation-links', { invitation: invitation.id }),
  )
  const url = show.data?.data.attributes.url
  return (
    <Dialog opened onClose={onClose} size="lg" title={say.title(invitation.attributes.email)}>
      {url === undefined ? (
        <>
          <Text>{say.text}</Text>
          <ErrorNote error={show.error} />
          <Group justify="flex-end" mt="lg">
            <Button data-autofocus loading={show.isPending} onClick={() => show.mutate(undefined)}>
              {say.submit}
            </Button>
          </Group>
        </>
      ) : (
        <OneTimeSecret what={say.what} value={url} onDone={onClose} />
      )}
    </Dialog>
  )
}

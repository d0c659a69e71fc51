import { Button, Group, Textarea, TextInput, Title } from '@mantine/core'
import { queryClient, type Resource, useChange } from '../app/api.ts'
import { useWords } from '../app/language.tsx'
import { sessionQuery } from '../app/session.ts'
import { useApiForm } from '../parts/api-form.ts'
import { ErrorNote } from '../parts/error-note.tsx'
import { tell } from '../parts/tell.ts'
import { organization as en } from '../texts/en/organization.ts'
import { organization as fr } from '../texts/fr/organization.ts'

type Organization = Resource<'organizations'>
type Changes = {
  name: string
  documentRetentionDays: number | null
  trackingParameters: string[] | null
  embeddingOrigins: string[]
}

/** The settings of the organization, for its admins. */
export function OrganizationForm({ of: { id, attributes } }: { of: Organization }) {
  const say = useWords({ en, fr }).form
  const { form, error, isSending, onSubmit } = useSettings(id, attributes, say.saved)
  return (
    <section aria-labelledby="settings">
      <Title order={2} size="h4" id="settings" mb="sm">
        {say.title}
      </Title>
      <form onSubmit={onSubmit}>
        <TextInput maw="32rem" label={say.name} description={say.nameHint} required {...form.getInputProps('name')} />
        <TextInput
          mt="md"
          maw="32rem"
          inputMode="numeric"
          label={say.retention}
          description={say.retentionHint}
          {...form.getInputProps('documentRetentionDays')}
        />
        <Textarea
          mt="md"
          maw="32rem"
          rows={3}
          label={say.tracking}
          description={say.trackingHint}
          {...form.getInputProps('trackingParameters')}
        />
        <Textarea
          mt="md"
          maw="32rem"
          rows={2}
          label={say.embedding}
          description={say.embeddingHint}
          {...form.getInputProps('embeddingOrigins')}
        />
        <ErrorNote error={error} />
        <Group mt="md">
          <Button type="submit" loading={isSending} disabled={!form.isDirty()}>
            {say.submit}
          </Button>
        </Group>
      </form>
    </section>
  )
}

/** The typed settings of the form, and the function that saves them. */
function useSettings(id: string, attributes: Organization['attributes'], saved: string) {
  const save = useChange(['organizations'], (api, changes: Changes) => api.update('organizations', id, changes))
  const initial = {
    name: attributes.name,
    documentRetentionDays: String(attributes.documentRetentionDays ?? ''),
    trackingParameters: (attributes.trackingParameters ?? []).join('\n'),
    embeddingOrigins: attributes.embeddingOrigins.join('\n'),
  }
  return useApiForm(initial, async (values) => {
    const words = wordsOf(values.trackingParameters)
    await save.mutateAsync({
      name: values.name,
      documentRetentionDays: values.documentRetentionDays === '' ? null : Number(values.documentRetentionDays),
      trackingParameters: words.length === 0 ? null : words,
      embeddingOrigins: wordsOf(values.embeddingOrigins),
    })
    // The frame shows the name, so the session is read again.
    void queryClient.invalidateQueries(sessionQuery)
    void tell(saved)
  })
}

function wordsOf(text: string): string[] {
  return text.split(/[\s,]+/).filter((word) => word !== '')
}

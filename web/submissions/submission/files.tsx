import { Button, Title } from '@mantine/core'
import { type Resource, useChange } from '../../app/api.ts'
import { ErrorNote } from '../../parts/error-note.tsx'
import { Facts } from '../../parts/facts.tsx'
import { saveFile } from '../../parts/save-file.ts'
import type { submissions } from '../../texts/en/submissions.ts'
import { nameOf, useFieldsOf } from './fields-of.ts'
import css from './submission.module.css'

type Props = { say: typeof submissions; of: Resource<'submissions'> }

/** The files that signers have sent. Shows nothing without files. */
export function Files({ say: { files: say }, of: submission }: Props) {
  const { id, attributes } = submission
  const fields = useFieldsOf(submission)
  type File = (typeof attributes.files)[number]
  const save = useChange([], async (api, { field, name }: File) =>
    saveFile(await api.download('submissions', id, `files/${field}`), name),
  )
  if (attributes.files.length === 0) return null
  return (
    <section className={css.known} aria-labelledby="files">
      <Title order={2} size="h4" id="files" mt="lg" mb="xs">
        {say.title}
      </Title>
      <Facts
        of={attributes.files.flatMap((file) => [
          [
            nameOf(fields.get(file.field), file.field),
            <Button
              key="save"
              variant="default"
              size="xs"
              loading={save.isPending && save.variables.field === file.field}
              onClick={() => save.mutate(file)}
            >
              {say.save(file.name)}
            </Button>,
          ] as const,
          [say.hash, <code key="hash">{file.sha256}</code>] as const,
        ])}
      />
      <ErrorNote error={save.error} />
    </section>
  )
}

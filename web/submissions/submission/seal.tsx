import { Anchor, Button, Group, Text, Title } from '@mantine/core'
import { type Resource, useChange, useResources } from '../../app/api.ts'
import { ErrorNote } from '../../parts/error-note.tsx'
import { Facts } from '../../parts/facts.tsx'
import { saveFile } from '../../parts/save-file.ts'
import { Time } from '../../parts/time.tsx'
import type { submissions } from '../../texts/en/submissions.ts'
import css from './submission.module.css'

type Props = { say: typeof submissions; of: Resource<'submissions'> }

/**
 * The seal of the finished document: its level, and one file with all its evidence. Shows nothing without a document.
 */
export function Seal({ say: { seal: say }, of: { id } }: Props) {
  const [document] = useResources('documents', { filter: { submission: id } }).data?.data ?? []
  const download = useChange([], async (api, { id: documentId }: Resource<'documents'>) =>
    saveFile(await api.download('documents', documentId, 'bundle'), `${id}.zip`),
  )
  const proof = useChange([], async (api, { id: documentId }: Resource<'documents'>) =>
    saveFile(await api.download('documents', documentId, 'proof'), `${id}.tlog-proof`),
  )
  if (!document?.attributes.sealLevel) return null
  const { sealLevel, sealedAt, timestampAuthority, sha256, evidenceSha256, removedAt } = document.attributes
  return (
    <section className={css.known} aria-labelledby="seal">
      <Title order={2} size="h4" id="seal" mt="lg" mb="xs">
        {say.title}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {say.levels[sealLevel]}
      </Text>
      <Facts
        of={[
          [say.at, sealedAt && <Time key="at" at={sealedAt} />],
          [say.authority, timestampAuthority === 'built-in' ? say.builtIn : timestampAuthority],
          [say.document, <code key="document">{sha256}</code>],
          [say.evidence, <code key="evidence">{evidenceSha256}</code>],
        ]}
      />
      <Group mt="sm">
        {removedAt === null && (
          <Button variant="default" loading={download.isPending} onClick={() => download.mutate(document)}>
            {say.bundle}
          </Button>
        )}
        <Button variant="default" loading={proof.isPending} onClick={() => proof.mutate(document)}>
          {say.proof}
        </Button>
        <Anchor href={`/verify#${evidenceSha256 ?? ''}`}>{say.verify}</Anchor>
      </Group>
      <ErrorNote error={download.error ?? proof.error} />
    </section>
  )
}

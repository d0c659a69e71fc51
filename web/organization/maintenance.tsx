import { Button, Text, Title } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { type Resource, useChange } from '../app/api.ts'
import { useWords } from '../app/language.tsx'
import { useTellFailure } from '../parts/error-note.tsx'
import { tell } from '../parts/tell.ts'
import { Time } from '../parts/time.tsx'
import { organization as en } from '../texts/en/organization.ts'
import { organization as fr } from '../texts/fr/organization.ts'

const Confirm = lazy(() => import('../parts/confirm.tsx').then(({ Confirm }) => ({ default: Confirm })))

/** Begins and ends the maintenance of the organization. During maintenance this page still works. */
export function Maintenance({ of: { id, attributes } }: { of: Resource<'organizations'> }) {
  const say = useWords({ en, fr }).maintenance
  const [isAsking, setAsking] = useState(false)
  const tellFailure = useTellFailure()
  const turn = useChange(['organizations'], (api, inMaintenance: boolean) =>
    api.update('organizations', id, { inMaintenance }),
  )
  const begin = async () => {
    await turn.mutateAsync(true)
    void tell(say.begun)
  }
  const end = () => turn.mutateAsync(false).then(() => tell(say.ended), tellFailure)
  return (
    <section aria-labelledby="maintenance">
      <Title order={2} size="h4" id="maintenance" mt="xl" mb="sm">
        {say.title}
      </Title>
      <Text maw="46rem" mb="sm">
        {attributes.inMaintenance ? say.on : say.off}{' '}
        {attributes.inMaintenance && <Time at={attributes.maintenanceSince} />}
      </Text>
      {attributes.inMaintenance ? (
        <Button onClick={end} loading={turn.isPending}>
          {say.end}
        </Button>
      ) : (
        <Button variant="default" onClick={() => setAsking(true)}>
          {say.begin}
        </Button>
      )}
      <Suspense>
        {isAsking && (
          <Confirm opened title={say.question} act={say.begin} onConfirm={begin} onClose={() => setAsking(false)}>
            {say.text}
          </Confirm>
        )}
      </Suspense>
    </section>
  )
}

import { Switch } from '@mantine/core'
import { useState } from 'react'
import { type Resource, useChange, useResource } from '../app/api.ts'
import { useLanguage, useWords } from '../app/language.tsx'
import { Confirm } from '../parts/confirm.tsx'
import { Facts } from '../parts/facts.tsx'
import { Loaded } from '../parts/loaded.tsx'
import { sayBytes } from '../parts/sizes.ts'
import { tell } from '../parts/tell.ts'
import { Time } from '../parts/time.tsx'
import { operator as en } from '../texts/en/operator.ts'
import { operator as fr } from '../texts/fr/operator.ts'
import { Section } from './section.tsx'

/** The server as a whole: versions, disk space, and its maintenance. */
export function Server() {
  const say = useWords({ en, fr }).state
  const state = useResource('server-states', 'this')
  return (
    <Section title={say.title}>
      <Loaded of={state}>{({ data }) => <State of={data} />}</Loaded>
    </Section>
  )
}

function State({ of: { attributes } }: { of: Resource<'server-states'> }) {
  const say = useWords({ en, fr }).state
  const { language } = useLanguage()
  const [isAsking, setAsking] = useState(false)
  const { version, nodeVersion, databaseVersion, databaseBytes, freeBytes, diskBytes, startedAt, inMaintenance } =
    attributes
  const change = useChange(['server-states', 'server-organizations'], (api, on: boolean) =>
    api.update('server-states', 'this', { inMaintenance: on }),
  )
  const set = async (on: boolean) => {
    await change.mutateAsync(on)
    void tell(on ? say.turnedOn : say.turnedOff)
  }
  const facts = [
    [say.version, version],
    [say.node, nodeVersion],
    [say.database, databaseVersion],
    [say.size, sayBytes(databaseBytes, language)],
    [say.free, say.of(sayBytes(freeBytes, language), sayBytes(diskBytes, language))],
    [say.started, <Time key="started" at={startedAt} />],
  ] as const
  return (
    <>
      <Facts of={facts} />
      <Switch
        mt="md"
        label={say.maintenance}
        description={say.maintenanceHint}
        checked={inMaintenance}
        disabled={change.isPending}
        onChange={(event) => (event.currentTarget.checked ? setAsking(true) : void set(false))}
      />
      <Confirm
        opened={isAsking}
        title={say.ask}
        act={say.act}
        onConfirm={() => set(true)}
        onClose={() => setAsking(false)}
      >
        {say.askText}
      </Confirm>
    </>
  )
}

import { type Resource, useResources } from '../app/api.ts'
import { useWords } from '../app/language.tsx'
import { prefix } from '../app/place.ts'
import { useSession } from '../app/session.ts'
import { CopyField } from '../parts/copy-field.tsx'
import { Facts } from '../parts/facts.tsx'
import { Loaded } from '../parts/loaded.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Time } from '../parts/time.tsx'
import { organization as en } from '../texts/en/organization.ts'
import { organization as fr } from '../texts/fr/organization.ts'
import { OrganizationForm } from './form.tsx'
import { Maintenance } from './maintenance.tsx'

/** Settings > Organization. */
export function Page() {
  const say = useWords({ en, fr })
  const mayWrite = useSession().may('organization:write')
  const asked = useResources('organizations')
  return (
    <>
      <PageHead title={say.title} about={say.about} />
      <Loaded of={asked}>
        {({ data: [own] }) =>
          own && (
            <>
              <About of={own} />
              {mayWrite && <OrganizationForm key={own.id} of={own} />}
              {mayWrite && <Maintenance of={own} />}
            </>
          )
        }
      </Loaded>
    </>
  )
}

function About({ of: { id, attributes } }: { of: Resource<'organizations'> }) {
  const { facts, copy } = useWords({ en, fr })
  const at = `${location.origin}${prefix}`
  return (
    <Facts
      of={[
        [facts.id, <CopyField key="id" value={id} what={copy.id} />],
        [facts.slug, attributes.slug],
        [facts.created, <Time key="created" at={attributes.createdAt} />],
        [facts.rest, <CopyField key="rest" value={`${at}/v2`} what={copy.rest} />],
        [facts.jsonapi, <CopyField key="jsonapi" value={`${at}/v1/api`} what={copy.jsonapi} />],
      ]}
    />
  )
}

import { Tabs } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { useResource } from '../app/api.ts'
import { useWords } from '../app/language.tsx'
import { usePathId } from '../app/params.ts'
import { useSession } from '../app/session.ts'
import { useAddressWords } from '../parts/list/search.ts'
import { Loaded } from '../parts/loaded.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Together } from '../parts/together.tsx'
import { Waiting } from '../parts/waiting.tsx'
import { webhookLog as en } from '../texts/en/webhook-log.ts'
import { webhookLog as fr } from '../texts/fr/webhook-log.ts'
import { Actions } from './actions.tsx'
import type { Webhook } from './data.ts'
import { Health } from './health.tsx'
import { Log } from './log/index.tsx'
import { shortUrl } from './name.tsx'
import { Settings } from './settings.tsx'
import { Trouble } from './trouble.tsx'

const Charts = lazy(async () => ({ default: (await import('./charts/index.tsx')).Charts }))
const Preview = lazy(async () => ({ default: (await import('./preview.tsx')).Preview }))
const VerifyForm = lazy(async () => ({ default: (await import('./signature/form.tsx')).VerifyForm }))

/** One webhook: its deliveries, their results, and its actions. */
export function Page() {
  return <Loaded of={useResource('webhooks', usePathId())}>{({ data }) => <Detail of={data} />}</Loaded>
}

const tabs = ['log', 'charts', 'preview', 'settings', 'verify'] as const

function Detail({ of: webhook }: { of: Webhook }) {
  const say = useWords({ en, fr })
  const mayWrite = useSession().may('webhooks:write')
  const [words, change] = useAddressWords()
  const tab = tabs.find((known) => known === words.tab) ?? 'log'
  return (
    <Together>
      <PageHead
        back={{ to: '/webhooks', label: say.back }}
        title={shortUrl(webhook.attributes.destinationUrl)}
        about={<Health of={webhook} />}
        actions={mayWrite && <Actions of={webhook} />}
      />
      <Trouble of={webhook} mayWrite={mayWrite} />
      <Tabs
        value={tab}
        onChange={(value) => change({ tab: value === 'log' ? undefined : (value ?? undefined) })}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          {tabs.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {say.tabs[name]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="log">
          <Log of={webhook} mayWrite={mayWrite} />
        </Tabs.Panel>
        <Suspense fallback={<Waiting />}>
          <Tabs.Panel value="charts">
            <Charts of={webhook} />
          </Tabs.Panel>
          <Tabs.Panel value="preview">
            <Preview of={webhook} />
          </Tabs.Panel>
          <Tabs.Panel value="settings">
            <Settings of={webhook} />
          </Tabs.Panel>
          <Tabs.Panel value="verify">
            <VerifyForm />
          </Tabs.Panel>
        </Suspense>
      </Tabs>
    </Together>
  )
}

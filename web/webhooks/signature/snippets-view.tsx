import { Tabs } from '@mantine/core'
import { useWords } from '../../app/language.tsx'
import { CopyField } from '../../parts/copy-field.tsx'
import { webhooks as en } from '../../texts/en/webhooks.ts'
import { webhooks as fr } from '../../texts/fr/webhooks.ts'
import { snippets } from './snippets.ts'

/** Code that checks a signature, by language. */
export function Snippets() {
  const say = useWords({ en, fr }).made
  return (
    <Tabs defaultValue="node" mt="md" keepMounted={false}>
      <Tabs.List>
        {snippets.map(({ id, label }) => (
          <Tabs.Tab key={id} value={id}>
            {label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {snippets.map(({ id, code }) => (
        <Tabs.Panel key={id} value={id} pt="sm">
          <CopyField value={code} what={say.code} />
        </Tabs.Panel>
      ))}
    </Tabs>
  )
}

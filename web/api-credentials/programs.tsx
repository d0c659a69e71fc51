import { Tabs } from '@mantine/core'
import { useWords } from '../app/language.tsx'
import { prefix } from '../app/place.ts'
import { CopyField } from '../parts/copy-field.tsx'
import { apiCredentials as en } from '../texts/en/api-credentials.ts'
import { apiCredentials as fr } from '../texts/fr/api-credentials.ts'

/** Small programs with the token filled in, while the dialog is open. */
export function Programs({ token }: { token: string }) {
  const say = useWords({ en, fr }).made
  const programs = programsOf(`${location.origin}${prefix}/v1/api/organizations`, token)
  return (
    <Tabs defaultValue="curl" mt="md">
      <Tabs.List>
        {Object.keys(programs).map((language) => (
          <Tabs.Tab key={language} value={language}>
            {language}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {Object.entries(programs).map(([language, text]) => (
        <Tabs.Panel key={language} value={language} pt="xs">
          <CopyField value={text} what={say.program(language)} />
        </Tabs.Panel>
      ))}
    </Tabs>
  )
}

function programsOf(url: string, token: string): Record<string, string> {
  return {
    curl: `curl -H 'Authorization: Bearer ${token}' ${url}`,
    'Node.js': `const reply = await fetch('${url}', {
  headers: { authorization: 'Bearer ${token}' },
})
console.log(await reply.json())`,
    Python: `import json, urllib.request

request = urllib.request.Request('${url}', headers={'Authorization': 'Bearer ${token}'})
print(json.load(urllib.request.urlopen(request)))`,
  }
}

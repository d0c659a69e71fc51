import { Button, Menu } from '@mantine/core'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { type Resource, useChange, useResources } from '../../app/api.ts'
import { useWords } from '../../app/language.tsx'
import { parts as en } from '../../texts/en/parts.ts'
import { parts as fr } from '../../texts/fr/parts.ts'
import { useTellFailure } from '../error-note.tsx'
import { CheckIcon } from '../icons.tsx'
import { tell } from '../tell.ts'
import { useAddressWords, type Words } from './search.ts'

const SaveView = lazy(() => import('./save-view.tsx'))

type View = Resource<'saved-views'>

/** The person's saved views of this list: opens one, saves the present one, deletes the open one. */
export function Views() {
  const words = useWords({ en, fr })
  const say = words.views
  const [isOpen, setOpen] = useState(false)
  const [isSaving, setSaving] = useState(false)
  const [given] = useAddressWords()
  const navigate = useNavigate()
  const path = useLocation({ select: ({ pathname }) => pathname })
  const tellFailure = useTellFailure()
  const query = queryOf(given)
  const { data, isPending } = useResources('saved-views', { page: { size: 100 }, sort: ['name'] }, isOpen)
  const views = data?.data.filter(({ attributes }) => attributes.path === path) ?? []
  const current = views.find(({ attributes }) => attributes.query === query)
  const keep = useChange(['saved-views'], (api, view: View['attributes']) =>
    api.create('saved-views', { name: view.name, path: view.path, query: view.query }),
  )
  const forget = useChange(['saved-views'], (api, { id }: View) => api.remove('saved-views', id))
  const remove = (view: View) =>
    void forget.mutateAsync(view).then(
      () =>
        tell(say.removed(view.attributes.name), {
          label: words.undo,
          act: () => void keep.mutateAsync(view.attributes).catch(tellFailure),
        }),
      tellFailure,
    )
  return (
    <>
      <Menu opened={isOpen} onChange={setOpen} position="bottom-start" width={260}>
        <Menu.Target>
          <Button variant="default">{say.title}</Button>
        </Menu.Target>
        <Menu.Dropdown aria-label={say.title} mah="60vh" style={{ overflowY: 'auto' }}>
          {views.length === 0 && <Menu.Label>{isPending ? words.loading : say.none}</Menu.Label>}
          {views.map((view) => (
            <Menu.Item
              key={view.id}
              rightSection={view === current && <CheckIcon />}
              onClick={() => void navigate({ to: '.', search: wordsOf(view.attributes.query) })}
            >
              {view.attributes.name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => setSaving(true)}>{say.save}</Menu.Item>
          {current && <Menu.Item onClick={() => remove(current)}>{say.remove(current.attributes.name)}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      <Suspense>{isSaving && <SaveView path={path} query={query} onClose={() => setSaving(false)} />}</Suspense>
    </>
  )
}

// Sorted, so that the same view is recognised; the scroll position is no part of it.
function queryOf({ page: _, ...words }: Words): string {
  const given = Object.entries(words).flatMap(([name, word]) => (word ? [[name, word]] : []))
  return new URLSearchParams(given.sort()).toString()
}

function wordsOf(query: string): Words {
  return Object.fromEntries(new URLSearchParams(query))
}

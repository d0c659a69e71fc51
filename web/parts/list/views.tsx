import { useLocation, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { type Resource, useChange, useResources } from '../../app/api.ts'
import { useWords } from '../../app/language.tsx'
import { parts as en } from '../../texts/en/parts.ts'
import { parts as fr } from '../../texts/fr/parts.ts'
import { useDoAtOnce } from '../do-at-once.ts'
import { Menu, MenuItem, MenuLabel, MenuLine } from '../menu.tsx'
import { useAddressWords, type Words } from './search.ts'

const SaveView = lazy(() => import('./save-view.tsx'))

type View = Resource<'saved-views'>

/** The person's saved views of this list. It opens a view, saves the present one, and deletes the open one. */
export function Views() {
  const words = useWords({ en, fr })
  const say = words.views
  const [isOpen, setOpen] = useState(false)
  const [isSaving, setSaving] = useState(false)
  const [given] = useAddressWords()
  const navigate = useNavigate()
  const path = useLocation({ select: ({ pathname }) => pathname })
  const doAtOnce = useDoAtOnce()
  const query = queryOf(given)
  const { data, isPending } = useResources('saved-views', { page: { size: 100 }, sort: ['name'] }, isOpen)
  const views = data?.data.filter(({ attributes }) => attributes.path === path) ?? []
  const current = views.find(({ attributes }) => attributes.query === query)
  const keep = useChange(['saved-views'], (api, view: View['attributes']) =>
    api.create('saved-views', { name: view.name, path: view.path, query: view.query }),
  )
  const forget = useChange(['saved-views'], (api, { id }: View) => api.remove('saved-views', id))
  const remove = (view: View) =>
    void doAtOnce({
      act: () => forget.mutateAsync(view),
      done: say.removed(view.attributes.name),
      undo: () => keep.mutateAsync(view.attributes),
    })
  return (
    <>
      <Menu button={say.title} label={say.title} onChange={setOpen}>
        {views.length === 0 && <MenuLabel>{isPending ? words.loading : say.none}</MenuLabel>}
        {views.map((view) => (
          <MenuItem
            key={view.id}
            isChosen={view === current}
            onClick={() => void navigate({ to: '.', search: wordsOf(view.attributes.query) })}
          >
            {view.attributes.name}
          </MenuItem>
        ))}
        <MenuLine />
        <MenuItem onClick={() => setSaving(true)}>{say.save}</MenuItem>
        {current && <MenuItem onClick={() => remove(current)}>{say.remove(current.attributes.name)}</MenuItem>}
      </Menu>
      <Suspense>{isSaving && <SaveView path={path} query={query} onClose={() => setSaving(false)} />}</Suspense>
    </>
  )
}

// The words are sorted, so that the same view is recognised. The scroll position does not belong to a view.
function queryOf({ page: _, ...words }: Words): string {
  const given = Object.entries(words).flatMap(([name, word]) => (word ? [[name, word]] : []))
  return new URLSearchParams(given.sort()).toString()
}

function wordsOf(query: string): Words {
  return Object.fromEntries(new URLSearchParams(query))
}

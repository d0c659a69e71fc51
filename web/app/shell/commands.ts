import { useNavigate } from '@tanstack/react-router'
import { shell as en } from '../../texts/en/shell.ts'
import { shell as fr } from '../../texts/fr/shell.ts'
import { type Language, languages, useWords } from '../language.tsx'
import { useLooks } from '../looks.ts'
import { useNamed } from '../named.ts'
import { pages } from '../pages.ts'
import { prefix } from '../place.ts'
import { useMaySee, useSession } from '../session.ts'
import { signOut } from './sign-out.ts'

/** A command of the palette. */
export type Command = { id: string; label: string; group: string; act(): void }

// The beginnings of ids, and their pages.
const idPages: [RegExp, string][] = [
  [/^VERIFICATION-\w+$/, '/verifications/$id'],
  [/^wb_\w+$/i, '/webhooks/$id'],
  [/^AGREE-\w+$/, '/agreements/$id'],
  [/^AGREESUBMISSION-\w+$/, '/submissions/$id'],
]

/**
 * The commands that match the typed text: pages, the page of an id, organizations, colours, languages, the
 * sign-out.
 */
export function useCommands(typed: string): readonly Command[] {
  const say = useWords({ en, fr })
  const navigate = useNavigate()
  const named = useNamed()
  const maySee = useMaySee()
  const { organizations, membership } = useSession()
  const { chooseLanguage, chooseScheme } = useLooks()
  const schemes = Object.entries(say.schemes) as [keyof typeof say.schemes, string][]
  const tongues = Object.entries(languages) as [Language, string][]
  const { goTo, change } = say.palette
  const wanted = typed.trim()
  const words = wanted.toLowerCase().split(/\s+/)
  const all: Command[] = [
    ...pages.filter(maySee).flatMap(({ path, nav }) => {
      const act = () => void navigate({ to: path })
      return nav ? [{ id: path, group: goTo, label: say.pages[nav.label], act }] : []
    }),
    ...organizations
      .filter(({ slug }) => slug !== membership?.slug)
      .map(({ slug, name }) => ({
        id: slug,
        group: goTo,
        label: name,
        act: () => location.assign(`${prefix}/o/${slug}/`),
      })),
    ...schemes.map(([scheme, label]) => {
      return { id: scheme, group: change, label: named(say.colours, label), act: () => chooseScheme(scheme) }
    }),
    ...tongues.map(([tongue, name]) => {
      return { id: tongue, group: change, label: named(say.language, name), act: () => chooseLanguage(tongue) }
    }),
    { id: 'sign-out', group: change, label: say.signOut, act: () => void signOut() },
  ]
  const found = all.filter(({ label }) => words.every((word) => label.toLowerCase().includes(word)))
  const [, to] = idPages.find(([pattern]) => pattern.test(wanted)) ?? []
  if (to === undefined || !pages.some(({ path }) => path === to)) return found
  const act = () => void navigate({ to: to.replace('$id', wanted) })
  return [{ id: wanted, group: goTo, label: say.palette.open(wanted), act }, ...found]
}

import { Link } from '@tanstack/react-router'
import { useWords } from '../app/language.tsx'
import { members as en } from '../texts/en/members.ts'
import { members as fr } from '../texts/fr/members.ts'
import css from './members.module.css'

/** The tabs of the page: members and roles. */
export function Sections() {
  const say = useWords({ en, fr })
  const sections: { to: string; label: string }[] = [
    { to: '/settings/members', label: say.sections.members },
    { to: '/settings/members/roles', label: say.sections.roles },
  ]
  return (
    <nav className={css.sections} aria-label={say.title}>
      {sections.map(({ to, label }) => (
        <Link key={to} to={to} activeOptions={{ exact: true, includeSearch: false }}>
          {label}
        </Link>
      ))}
    </nav>
  )
}

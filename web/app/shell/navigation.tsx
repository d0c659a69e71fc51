import { Link } from '@tanstack/react-router'
import { shell as en } from '../../texts/en/shell.ts'
import { shell as fr } from '../../texts/fr/shell.ts'
import { useWords } from '../language.tsx'
import { pages } from '../pages.ts'
import { useMaySee } from '../session.ts'
import css from './shell.module.css'

/** The pages that the person may see, by group. */
export function Navigation({ onChosen }: { onChosen?: () => void }) {
  const say = useWords({ en, fr })
  const offered = pages.filter(useMaySee())
  return (['work', 'settings'] as const).map((group) => {
    const links = offered.flatMap(({ path, nav }) =>
      nav?.group === group ? [{ path, label: say.pages[nav.label] }] : [],
    )
    if (links.length === 0) return null
    return (
      <section key={group}>
        <h2 className={css.group}>{say.groups[group]}</h2>
        <ul className={css.links}>
          {links.map(({ path, label }) => (
            <li key={path}>
              <Link
                to={path}
                className={css.link}
                activeOptions={{ exact: path === '/', includeSearch: false }}
                onClick={onChosen}
              >
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </section>
    )
  })
}

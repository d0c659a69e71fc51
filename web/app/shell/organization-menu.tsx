import { Menu, MenuItem } from '../../parts/menu.tsx'
import { shell as en } from '../../texts/en/shell.ts'
import { shell as fr } from '../../texts/fr/shell.ts'
import { useWords } from '../language.tsx'
import { useNamed } from '../named.ts'
import { prefix } from '../place.ts'
import { useSession } from '../session.ts'
import css from './shell.module.css'

/**
 * The choice of the organization. Another organization loads as a new page, so that nothing of the last one remains.
 */
export function OrganizationMenu() {
  const say = useWords({ en, fr })
  const named = useNamed()
  const { organizations, membership } = useSession()
  const others = organizations.filter(({ slug }) => slug !== membership?.slug)
  if (others.length === 0)
    return (
      <span className={css.organization} title={membership?.name}>
        {membership?.name}
      </span>
    )
  return (
    <Menu
      look={{ variant: 'default', size: 'xs' }}
      name={named(say.organization, membership?.name ?? '')}
      button={membership?.name ?? say.organization}
      label={say.yourOrganizations}
    >
      {others.map(({ slug, name }) => (
        <MenuItem key={slug} href={`${prefix}/o/${slug}/`}>
          {name}
        </MenuItem>
      ))}
    </Menu>
  )
}

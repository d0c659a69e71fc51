import { useNavigate } from '@tanstack/react-router'
import { PersonIcon } from '../../parts/icons.tsx'
import { Menu, MenuItem, MenuLabel, MenuLine } from '../../parts/menu.tsx'
import { shell as en } from '../../texts/en/shell.ts'
import { shell as fr } from '../../texts/fr/shell.ts'
import { type Language, languages, useWords } from '../language.tsx'
import { useLooks } from '../looks.ts'
import { useNamed } from '../named.ts'
import { useSession } from '../session.ts'
import css from './shell.module.css'
import { signOut } from './sign-out.ts'

const profile: string = '/settings/profile'

/** The person's menu: their name, the look and language of the app, and the sign-out. */
export function AccountMenu() {
  const say = useWords({ en, fr })
  const named = useNamed()
  const { user } = useSession()
  const navigate = useNavigate()
  const { language, scheme: colorScheme, chooseLanguage, chooseScheme } = useLooks()
  const schemes = Object.entries(say.schemes) as [keyof typeof say.schemes, string][]
  const tongues = Object.entries(languages) as [Language, string][]
  return (
    <Menu
      look={{ variant: 'subtle', size: 'xs' }}
      name={named(say.account, user.name)}
      label={say.account}
      button={
        <>
          <span className={css.narrow}>
            <PersonIcon />
          </span>
          <span className={css.wide}>{user.name}</span>
        </>
      }
    >
      <MenuLabel>{user.email}</MenuLabel>
      <MenuItem onClick={() => void navigate({ to: profile })}>{say.pages.profile}</MenuItem>
      <MenuLine />
      <MenuLabel>{say.colours}</MenuLabel>
      {schemes.map(([scheme, label]) => (
        <MenuItem key={scheme} onClick={() => chooseScheme(scheme)} isChosen={scheme === colorScheme}>
          {label}
        </MenuItem>
      ))}
      <MenuLine />
      <MenuLabel>{say.language}</MenuLabel>
      {tongues.map(([tongue, name]) => (
        <MenuItem key={tongue} lang={tongue} onClick={() => chooseLanguage(tongue)} isChosen={tongue === language}>
          {name}
        </MenuItem>
      ))}
      <MenuLine />
      <MenuItem onClick={() => void signOut()}>{say.signOut}</MenuItem>
    </Menu>
  )
}

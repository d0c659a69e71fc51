import { Button, Menu, useMantineColorScheme } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { CheckIcon, PersonIcon } from '../../parts/icons.tsx'
import { shell as en } from '../../texts/en/shell.ts'
import { shell as fr } from '../../texts/fr/shell.ts'
import { type Language, languages, useLanguage, useWords } from '../language.tsx'
import { useSession } from '../session.ts'
import css from './shell.module.css'
import { signOut } from './sign-out.ts'

/** The person's menu: their name, the look and language of the app, and the sign-out. */
export function AccountMenu() {
  const say = useWords({ en, fr })
  const { user } = useSession()
  const { language, choose } = useLanguage()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const schemes = Object.entries(say.schemes) as [keyof typeof say.schemes, string][]
  const tongues = Object.entries(languages) as [Language, string][]
  return (
    <Menu width={220} position="bottom-end">
      <Menu.Target>
        <Button variant="subtle" size="xs" aria-label={`${say.account}: ${user.name}`}>
          <span className={css.narrow}>
            <PersonIcon />
          </span>
          <span className={css.wide}>{user.name}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown aria-label={say.account}>
        <Menu.Label>{user.email}</Menu.Label>
        <Menu.Item renderRoot={(props) => <Link to="/settings/profile" {...props} />}>{say.pages.profile}</Menu.Item>
        <Menu.Divider />
        <Menu.Label>{say.colours}</Menu.Label>
        {schemes.map(([scheme, label]) => (
          <Menu.Item
            key={scheme}
            onClick={() => setColorScheme(scheme)}
            rightSection={scheme === colorScheme && <CheckIcon />}
          >
            {label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{say.language}</Menu.Label>
        {tongues.map(([tongue, name]) => (
          <Menu.Item
            key={tongue}
            lang={tongue}
            onClick={() => choose(tongue)}
            rightSection={tongue === language && <CheckIcon />}
          >
            {name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={signOut}>{say.signOut}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

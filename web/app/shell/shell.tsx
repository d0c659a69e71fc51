import { ActionIcon, Loader } from '@mantine/core'
import { useDisclosure, useHotkeys } from '@mantine/hooks'
import { Link, Outlet } from '@tanstack/react-router'
import { Suspense } from 'react'
import { MenuIcon } from '../../parts/icons.tsx'
import { shell as en } from '../../texts/en/shell.ts'
import { shell as fr } from '../../texts/fr/shell.ts'
import { useWords } from '../language.tsx'
import { useLiveUpdates } from '../live.ts'
import { useOwnLooks } from '../looks.ts'
import { useSession } from '../session.ts'
import { AccountMenu } from './account-menu.tsx'
import { Navigation } from './navigation.tsx'
import { NoOrganization } from './no-organization.tsx'
import { OrganizationMenu } from './organization-menu.tsx'
import { QuickAccess } from './quick.tsx'
import css from './shell.module.css'

/** The frame around every page. */
export function Shell() {
  const say = useWords({ en, fr })
  return (
    <Suspense fallback={<Waiting label={say.loading} />}>
      <Frame />
    </Suspense>
  )
}

function Frame() {
  const say = useWords({ en, fr })
  const { membership } = useSession()
  const [isOpen, nav] = useDisclosure(false)
  useLiveUpdates()
  useOwnLooks()
  useHotkeys([['Escape', nav.close]])
  return (
    <div className={css.frame}>
      <a className={css.skip} href="#content">
        {say.skip}
      </a>
      <header className={css.head}>
        <ActionIcon
          className={css.burger}
          variant="subtle"
          size="lg"
          aria-label={say.openNavigation}
          onClick={nav.open}
        >
          <MenuIcon />
        </ActionIcon>
        <Link to="/" className={css.brand}>
          Sealane
        </Link>
        <OrganizationMenu />
        <span className={css.gap} />
        <QuickAccess />
        <AccountMenu />
      </header>
      <nav id="navigation" className={css.side} data-open={isOpen} aria-label={say.navigation}>
        <Navigation onChosen={nav.close} />
      </nav>
      <main id="content" className={css.main} tabIndex={-1}>
        <Suspense fallback={<Waiting label={say.loading} />}>{membership ? <Outlet /> : <NoOrganization />}</Suspense>
      </main>
    </div>
  )
}

function Waiting({ label }: { label: string }) {
  return (
    <div className={css.waiting}>
      <Loader role="status" aria-label={label} />
    </div>
  )
}

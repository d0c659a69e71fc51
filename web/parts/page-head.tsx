import { Anchor, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import css from './page-head.module.css'

type Props = {
  title: string
  about?: ReactNode
  actions?: ReactNode
  /** The list of the page, by its address and its name. */
  back?: { to: string; label: string }
}

/** The name of a page, also in the window's title, with a sentence about it, its actions, and the link to its list. */
export function PageHead({ title, about, actions, back }: Props) {
  return (
    <div className={css.head}>
      <title>{`${title} · Sealane`}</title>
      <div className={css.words}>
        {back && (
          <Anchor size="sm" renderRoot={(props) => <Link to={back.to} {...props} />}>
            ← {back.label}
          </Anchor>
        )}
        <Title order={1} size="h2">
          {title}
        </Title>
        {about && (
          <Text c="dimmed" mt={4} maw="46rem">
            {about}
          </Text>
        )}
      </div>
      {actions && <div className={css.actions}>{actions}</div>}
    </div>
  )
}

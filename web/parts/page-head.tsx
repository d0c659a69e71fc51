import { Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import css from './page-head.module.css'

/** The name of a page, also in the window's title, with a sentence about it and its actions. */
export function PageHead({ title, about, actions }: { title: string; about?: ReactNode; actions?: ReactNode }) {
  return (
    <div className={css.head}>
      <title>{`${title} · Sealane`}</title>
      <div className={css.words}>
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

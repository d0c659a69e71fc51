import { Fragment, type ReactNode } from 'react'
import css from './facts.module.css'

/** The facts about an object, as names and values, without empty values. */
export function Facts({ of: facts }: { of: readonly (readonly [name: string, value: ReactNode])[] }) {
  const known = facts.filter(([, value]) => value !== null && value !== undefined && value !== '')
  return (
    <dl className={css.facts}>
      {known.map(([name, value], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two facts may have one name, and they keep their places.
        <Fragment key={index}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  )
}

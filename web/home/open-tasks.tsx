import { Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type Resource, useResources } from '../app/api.ts'
import { useWords } from '../app/language.tsx'
import { pages } from '../app/pages.ts'
import { Loaded } from '../parts/loaded.tsx'
import { Time } from '../parts/time.tsx'
import { home as en } from '../texts/en/home.ts'
import { home as fr } from '../texts/fr/home.ts'
import css from './home.module.css'

/** The page of each task. */
const places: Record<string, string> = {
  reviews: '/verifications/review',
  'failing-webhooks': '/webhooks',
  'waiting-submissions': '/submissions',
  'stopped-bulk-sends': '/submissions/bulk',
  'ending-api-keys': '/settings/integrations',
  'open-invitations': '/settings/members',
}

/** The open tasks, each with a link to its page. */
export function OpenTasks() {
  const say = useWords({ en, fr }).tasks
  const asked = useResources('open-tasks')
  return (
    <section className={css.section} aria-labelledby="tasks">
      <Title order={2} size="h4" id="tasks" mb="sm">
        {say.title}
      </Title>
      <Loaded of={asked}>
        {({ data }) => {
          const open = data.filter(({ attributes }) => attributes.count > 0)
          if (open.length === 0) return <Text c="dimmed">{say.none}</Text>
          return (
            <ul className={css.tasks}>
              {open.map((task) => (
                <Task key={task.id} of={task} />
              ))}
            </ul>
          )
        }}
      </Loaded>
    </section>
  )
}

function Task({ of: { id, attributes } }: { of: Resource<'open-tasks'> }) {
  const say = useWords({ en, fr }).tasks
  const place = places[id]
  const name = say.names[id]?.(attributes.count) ?? id
  return (
    <li className={css.task}>
      <span className={css.count}>{say.many(attributes.count, attributes.isMore)}</span>
      {place !== undefined && pages.some(({ path }) => path === place) ? <Link to={place}>{name}</Link> : name}
      {attributes.oldestAt !== null && id !== 'ending-api-keys' && (
        <Text size="sm" c="dimmed">
          {say.since} <Time at={attributes.oldestAt} />
        </Text>
      )}
    </li>
  )
}

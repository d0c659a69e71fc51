import { Text } from '@mantine/core'
import type { Resource } from '../app/api.ts'
import { useWords } from '../app/language.tsx'
import { webhooks as en } from '../texts/en/webhooks.ts'
import { webhooks as fr } from '../texts/fr/webhooks.ts'
import css from './sparkline.module.css'

const [height, barWidth, gap] = [32, 4, 2]

/** The deliveries of each hour of a day, with the failed ones. The words beside it have the same content. */
export function Sparkline({ of: statistics }: { of: Resource<'webhook-statistics'> | undefined }) {
  const say = useWords({ en, fr })
  if (statistics === undefined) return null
  const { stretches, attempts, failed } = statistics.attributes
  if (attempts === 0) return say.nothingSent
  const most = Math.max(1, ...stretches.map(({ delivered, failed }) => delivered + failed))
  return (
    <>
      <svg
        className={css.line}
        viewBox={`0 0 ${stretches.length * (barWidth + gap)} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={say.day(attempts, failed)}
      >
        {stretches.map((stretch, index) => (
          <Bar key={stretch.since} x={index * (barWidth + gap)} most={most} {...stretch} />
        ))}
      </svg>
      <Text component="div" size="sm" c="dimmed">
        {say.sent(attempts)}
        {failed > 0 && ` · ${say.failed(failed)}`}
      </Text>
    </>
  )
}

function Bar({ x, most, delivered, failed }: { x: number; most: number; delivered: number; failed: number }) {
  if (delivered + failed === 0) return <rect className={css.none} x={x} y={height - 1} width={barWidth} height={1} />
  const good = (delivered / most) * height
  // One failure among thousands must be visible.
  const bad = failed === 0 ? 0 : Math.max(2, (failed / most) * height)
  const top = Math.max(0, height - good - bad)
  return (
    <>
      <rect className={css.failed} x={x} y={top} width={barWidth} height={bad} />
      <rect className={css.delivered} x={x} y={top + bad} width={barWidth} height={Math.max(0, height - top - bad)} />
    </>
  )
}

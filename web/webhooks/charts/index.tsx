import { BarChart, LineChart } from '@mantine/charts'
import { Text } from '@mantine/core'
import { type Resource, useResource } from '../../app/api.ts'
import { useLanguage, useWords } from '../../app/language.tsx'
import { bars, Figure, Figures, lines } from '../../parts/charts/figure.tsx'
import { OverSpan } from '../../parts/charts/span.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { webhookCharts as en } from '../../texts/en/webhook-charts.ts'
import { webhookCharts as fr } from '../../texts/fr/webhook-charts.ts'
import type { Webhook } from '../data.ts'
import { sayDuration } from '../log/show.ts'
import { Causes } from './causes.tsx'
import { pointsOf } from './points.ts'
import { StretchTable } from './table.tsx'

const spans = ['day', 'week', 'month'] as const

/** A webhook over a span of time: the deliveries, their success, their speed, and the failures. */
export function Charts({ of: { id } }: { of: Webhook }) {
  const say = useWords({ en, fr })
  return (
    <OverSpan word="span" label={say.span} spans={spans} names={say.spans} usual="day">
      {(span) => <Counted id={`${id}_${span}`} />}
    </OverSpan>
  )
}

function Counted({ id }: { id: string }) {
  const say = useWords({ en, fr })
  return (
    <Loaded of={useResource('webhook-statistics', id)}>
      {({ data }) =>
        data.attributes.attempts === 0 ? (
          <EmptyState title={say.none.title}>{say.none.text}</EmptyState>
        ) : (
          <All of={data} />
        )
      }
    </Loaded>
  )
}

function All({ of: { attributes } }: { of: Resource<'webhook-statistics'> }) {
  const say = useWords({ en, fr })
  const { language } = useLanguage()
  const { stretches, causes, attempts, delivered, failed } = attributes
  const points = pointsOf(stretches, attributes.span, language)
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 })
  const slowest = Math.max(...stretches.map(({ p90Ms }) => p90Ms ?? 0))
  const isSampled = stretches.some(({ attempts, sampled }) => sampled < attempts)
  const shared = { data: points, dataKey: 'since' }
  return (
    <>
      <Figures>
        <Figure
          title={say.sent}
          about={say.counted(attempts.toLocaleString(language), failed.toLocaleString(language))}
        >
          <BarChart
            {...bars}
            {...shared}
            withLegend
            type="stacked"
            series={[
              { name: 'delivered', label: say.delivered, color: 'sea.6' },
              { name: 'failed', label: say.failed, color: 'pink.7' },
            ]}
          />
        </Figure>
        <Figure title={say.success} about={say.successOf(percent.format(delivered / Math.max(1, delivered + failed)))}>
          <LineChart
            {...lines}
            {...shared}
            yAxisProps={{ domain: [0, 100] }}
            unit=" %"
            series={[{ name: 'success', label: say.success, color: 'sea.6' }]}
          />
        </Figure>
        <Figure title={say.latency} about={say.slow(sayDuration(slowest, language))}>
          <LineChart
            {...lines}
            {...shared}
            withLegend
            unit=" ms"
            series={[
              { name: 'medianMs', label: say.median, color: 'sea.6' },
              { name: 'p90Ms', label: say.p90, color: 'orange.7' },
            ]}
          />
        </Figure>
      </Figures>
      {isSampled && (
        <Text size="sm" c="dimmed">
          {say.sampled}
        </Text>
      )}
      <Causes of={causes} />
      <StretchTable of={points} />
    </>
  )
}

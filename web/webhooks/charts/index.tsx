import '@mantine/charts/styles.css'
import { BarChart, LineChart } from '@mantine/charts'
import { NativeSelect, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { type Resource, useResource } from '../../app/api.ts'
import { useLanguage, useWords } from '../../app/language.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { useAddressWords } from '../../parts/list/search.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { webhookCharts as en } from '../../texts/en/webhook-charts.ts'
import { webhookCharts as fr } from '../../texts/fr/webhook-charts.ts'
import type { Webhook } from '../data.ts'
import { sayDuration } from '../log/show.ts'
import { Causes } from './causes.tsx'
import css from './charts.module.css'
import { pointsOf } from './points.ts'
import { StretchTable } from './table.tsx'

// Parts that are hidden from screen readers may not take the focus.
const unfocused = { accessibilityLayer: false }
const spans = ['day', 'week', 'month'] as const

/** A webhook over a span of time: how much was sent, how much arrived, how fast, and what failed. */
export function Charts({ of: { id } }: { of: Webhook }) {
  const say = useWords({ en, fr })
  const [words, change] = useAddressWords()
  const span = spans.find((known) => known === words.span) ?? 'day'
  return (
    <>
      <NativeSelect
        className={css.span}
        label={say.span}
        value={span}
        data={spans.map((value) => ({ value, label: say.spans[value] }))}
        onChange={(event) => change({ span: event.currentTarget.value })}
      />
      <Loaded of={useResource('webhook-statistics', `${id}_${span}`)}>
        {({ data }) =>
          data.attributes.attempts === 0 ? (
            <EmptyState title={say.none.title}>{say.none.text}</EmptyState>
          ) : (
            <All of={data} />
          )
        }
      </Loaded>
    </>
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
  const shared = {
    h: 220,
    data: points,
    dataKey: 'since',

    gridAxis: 'x' as const,
    tickLine: 'none' as const,
  }
  return (
    <>
      <div className={css.charts}>
        <Chart title={say.sent} about={say.counted(attempts.toLocaleString(language), failed.toLocaleString(language))}>
          <BarChart
            {...shared}
            barChartProps={unfocused}
            withLegend
            type="stacked"
            series={[
              { name: 'delivered', label: say.delivered, color: 'sea.6' },
              { name: 'failed', label: say.failed, color: 'pink.7' },
            ]}
          />
        </Chart>
        <Chart title={say.success} about={say.successOf(percent.format(delivered / Math.max(1, delivered + failed)))}>
          <LineChart
            {...shared}
            lineChartProps={unfocused}
            yAxisProps={{ domain: [0, 100] }}
            unit=" %"
            connectNulls
            curveType="linear"
            series={[{ name: 'success', label: say.success, color: 'sea.6' }]}
          />
        </Chart>
        <Chart title={say.latency} about={say.slow(sayDuration(slowest, language))}>
          <LineChart
            {...shared}
            lineChartProps={unfocused}
            withLegend
            unit=" ms"
            connectNulls
            curveType="linear"
            series={[
              { name: 'medianMs', label: say.median, color: 'sea.6' },
              { name: 'p90Ms', label: say.p90, color: 'orange.7' },
            ]}
          />
        </Chart>
      </div>
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

function Chart({ title, about, children }: { title: string; about: string; children: ReactNode }) {
  return (
    <figure className={css.chart}>
      <figcaption>
        <Title order={2} size="h5">
          {title}
        </Title>
        <Text size="sm" c="dimmed" mb="sm">
          {about}
        </Text>
      </figcaption>
      {/* The words above and the table below say the same as the drawing. in the words above it and in the table below. */}
      <div aria-hidden="true">{children}</div>
    </figure>
  )
}

import { Text } from '@mantine/core'
import { useResource } from '../app/api.ts'
import { useWords } from '../app/language.tsx'
import { Figures } from '../parts/charts/figure.tsx'
import { OverSpan } from '../parts/charts/span.tsx'
import { Loaded } from '../parts/loaded.tsx'
import { statistics as en } from '../texts/en/statistics.ts'
import { statistics as fr } from '../texts/fr/statistics.ts'
import { DayTable } from './table.tsx'
import { VerificationFigures } from './verifications.tsx'

const spans = ['7-days', '30-days', '90-days', '365-days'] as const

/** Volume, turnaround and outcomes of verifications over the span in the address. */
export default function VerificationCharts() {
  const say = useWords({ en, fr })
  return (
    <section>
      <OverSpan word="charts" label={say.span} spans={spans} names={say.spans} usual="30-days">
        {(span) => <Counted span={span} />}
      </OverSpan>
    </section>
  )
}

function Counted({ span }: { span: (typeof spans)[number] }) {
  const say = useWords({ en, fr })
  return (
    <Loaded of={useResource('verification-statistics', span)}>
      {({ data: { attributes } }) =>
        attributes.ordered === 0 ? (
          <Text mb="lg">{say.none}</Text>
        ) : (
          <>
            <Figures>
              <VerificationFigures of={attributes} />
            </Figures>
            <DayTable of={attributes} />
          </>
        )
      }
    </Loaded>
  )
}

import { NativeSelect, Text } from '@mantine/core'
import { useResource } from '../app/api.ts'
import { useWords } from '../app/language.tsx'
import { useAddressWords } from '../parts/list/search.ts'
import { Loaded } from '../parts/loaded.tsx'
import { statistics as en } from '../texts/en/statistics.ts'
import { statistics as fr } from '../texts/fr/statistics.ts'
import css from './statistics.module.css'
import { DayTable } from './table.tsx'
import { VerificationFigures } from './verifications.tsx'

const spans = ['7-days', '30-days', '90-days', '365-days'] as const

/** Volume, turnaround and outcomes of checks over the span in the address. */
export default function VerificationCharts() {
  const say = useWords({ en, fr })
  const [words, change] = useAddressWords()
  const span = spans.find((known) => known === words.charts) ?? '30-days'
  return (
    <section>
      <NativeSelect
        className={css.span}
        label={say.span}
        value={span}
        data={spans.map((value) => ({ value, label: say.spans[value] }))}
        onChange={(event) => change({ charts: event.currentTarget.value })}
      />
      <Loaded of={useResource('verification-statistics', span)}>
        {({ data: { attributes } }) =>
          attributes.ordered === 0 ? (
            <Text mb="lg">{say.none}</Text>
          ) : (
            <>
              <div className={css.figures}>
                <VerificationFigures of={attributes} />
              </div>
              <DayTable of={attributes} />
            </>
          )
        }
      </Loaded>
    </section>
  )
}

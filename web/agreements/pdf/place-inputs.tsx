import { Button, Group, NumberInput, Text } from '@mantine/core'
import type { pdf } from '../../texts/en/pdf.ts'
import css from './pdf.module.css'
import { type Place, settle } from './places.ts'
import type { Spot } from './spots.ts'
import type { Work } from './use-work.ts'

type Props = {
  say: typeof pdf
  index: number
  spot: Spot | undefined
  hasWords: boolean
  pages: number
  work: Work
  faultOf(name: string): string | undefined
}

/** The place of a field in numbers: parts of the page in percent. */
export function PlaceInputs({ say, index, spot, hasWords, pages, work, faultOf }: Props) {
  if (!spot) return <Nowhere {...{ say, index, work }} />
  const { place } = spot
  const put = (name: keyof Place, value: number) => work.put(index, settle({ ...place, [name]: value }))
  const percent = (name: Exclude<keyof Place, 'page'>) => (
    <NumberInput
      size="xs"
      label={say.sides[name]}
      min={0}
      max={100}
      step={0.5}
      decimalScale={2}
      suffix=" %"
      value={Math.round(place[name] * 10_000) / 100}
      error={faultOf(name)}
      onChange={(value) => typeof value === 'number' && put(name, value / 100)}
    />
  )
  return (
    <>
      {spot.isAtWords && (
        <Text size="xs" c="dimmed" mt="xs">
          {say.atWords}
        </Text>
      )}
      <div className={css.numbers}>
        {percent('x')}
        {percent('y')}
        {percent('width')}
        {percent('height')}
        <NumberInput
          size="xs"
          label={say.page}
          min={1}
          max={pages}
          allowDecimal={false}
          value={place.page}
          error={faultOf('page')}
          onChange={(value) => {
            if (typeof value === 'number' && value >= 1 && value <= pages) put('page', value)
          }}
        />
      </div>
      {!spot.isAtWords && (
        <Button size="compact-xs" variant="subtle" mt={4} onClick={() => work.put(index, null)}>
          {hasWords ? say.toWords : say.takeOff}
        </Button>
      )}
    </>
  )
}

function Nowhere({ say, index, work }: Pick<Props, 'say' | 'index' | 'work'>) {
  return (
    <Group gap="xs" mt="xs">
      <Text size="xs" c="dimmed">
        {say.nowhere}
      </Text>
      <Button size="compact-xs" variant="default" onClick={() => work.bring(index)}>
        {say.bring(work.page)}
      </Button>
    </Group>
  )
}

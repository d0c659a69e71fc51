import { Button, Group, NativeSelect, NumberInput, Text } from '@mantine/core'
import type { agreement } from '../../texts/en/agreement.ts'
import type { pdf } from '../../texts/en/pdf.ts'
import type { Role } from '../agreement/draft.ts'
import { fieldTypes } from '../agreement/new-field.ts'
import css from './pdf.module.css'
import type { Work } from './use-work.ts'

type PageBarProps = { say: typeof pdf; work: Work; pages: number }

/** Turns the pages. */
export function PageBar({ say, work: { page, turnTo }, pages }: PageBarProps) {
  return (
    <nav className={css.bar} aria-label={say.pages}>
      <Button
        variant="default"
        size="xs"
        disabled={page === 1}
        aria-label={say.previous}
        onClick={() => turnTo(page - 1)}
      >
        ‹
      </Button>
      <NumberInput
        size="xs"
        w="4.5rem"
        aria-label={say.page}
        min={1}
        max={pages}
        allowDecimal={false}
        hideControls
        value={page}
        onChange={(value) => typeof value === 'number' && value >= 1 && turnTo(value)}
      />
      <Text size="sm">{say.ofPages(pages)}</Text>
      <Button
        variant="default"
        size="xs"
        disabled={page === pages}
        aria-label={say.next}
        onClick={() => turnTo(page + 1)}
      >
        ›
      </Button>
    </nav>
  )
}

type PenBarProps = { say: typeof pdf; types: (typeof agreement)['fields']['types']; work: Work; roles: readonly Role[] }

/** Chooses the type and the role of the next field, and adds the field. */
export function PenBar({ say, types, work: { pen, dip, add }, roles }: PenBarProps) {
  const acting = roles.filter(({ kind }) => kind !== 'copy')
  return (
    <Group gap="xs" align="flex-end">
      <NativeSelect
        size="xs"
        label={say.kind}
        data={fieldTypes.map((value) => ({ value, label: types[value] }))}
        value={pen.type}
        onChange={({ currentTarget: { value } }) => {
          const type = fieldTypes.find((one) => one === value)
          if (type) dip({ type })
        }}
      />
      {acting.length > 1 && (
        <NativeSelect
          size="xs"
          label={say.whose}
          data={acting.map(({ key, name }) => ({ value: key, label: name || key }))}
          value={pen.role}
          onChange={({ currentTarget: { value } }) => dip({ role: value })}
        />
      )}
      <Button size="xs" onClick={() => add()}>
        {say.add}
      </Button>
    </Group>
  )
}

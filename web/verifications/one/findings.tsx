import { Anchor, Code, Table, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useWords } from '../../app/language.tsx'
import { verification as enOne } from '../../texts/en/verification.ts'
import { verifications as en } from '../../texts/en/verifications.ts'
import { verification as frOne } from '../../texts/fr/verification.ts'
import { verifications as fr } from '../../texts/fr/verifications.ts'
import { nameOf, ResultBadge, type Verification } from '../words.tsx'
import { readDetails, spell } from './details.ts'

type Say = typeof enOne

/** The provider's findings, and the parts of the check. */
export function Findings({ of: one, scans }: { of: Verification; scans: readonly Verification[] }) {
  const say = useWords({ en: enOne, fr: frOne })
  const answer = one.attributes.latestResponse
  return (
    <>
      <Screenings say={say.screenings} of={readDetails(one.attributes.details).screenings} />
      <Scans say={say} of={scans} />
      {Object.keys(answer).length > 0 && (
        <details>
          <summary>{say.raw}</summary>
          <Code block tabIndex={0} role="region" aria-label={say.raw}>
            {JSON.stringify(answer, null, 2)}
          </Code>
        </details>
      )}
    </>
  )
}

type ScreeningsProps = { say: Say['screenings']; of: ReturnType<typeof readDetails>['screenings'] }

function Screenings({ say: { title, what, status, result }, of: screenings }: ScreeningsProps) {
  if (screenings.length === 0) return null
  return (
    <section>
      <Title order={2} size="h4">
        {title}
      </Title>
      <Table mb="lg">
        <Table.Thead>
          <Table.Tr>
            {[what, status, result].map((label) => (
              <Table.Th key={label}>{label}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {screenings.map((each) => (
            <Table.Tr key={JSON.stringify(each)}>
              {[each.type, each.status, each.result].map((word, column) => (
                <Table.Td key={[what, status, result][column]}>{word ? spell(word) : '–'}</Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  )
}

function Scans({ say, of: scans }: { say: Say; of: readonly Verification[] }) {
  const words = useWords({ en, fr })
  if (scans.length === 0) return null
  return (
    <section>
      <Title order={2} size="h4">
        {say.scans}
      </Title>
      <ul>
        {scans.map((scan) => (
          <li key={scan.id}>
            <Anchor renderRoot={(props) => <Link to="/verifications/$id" params={{ id: scan.id }} {...props} />}>
              {nameOf(scan.attributes, words)}
            </Anchor>{' '}
            <ResultBadge of={scan} say={words} />
          </li>
        ))}
      </ul>
    </section>
  )
}

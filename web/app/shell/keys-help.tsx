import { Kbd, Table } from '@mantine/core'
import { Dialog } from '../../parts/dialog.tsx'
import { useKnownKeys } from '../../parts/keys.ts'
import { shell as en } from '../../texts/en/shell.ts'
import { shell as fr } from '../../texts/fr/shell.ts'
import { useWords } from '../language.tsx'

/** The list of the keys that work on the page. */
export function KeysHelp({ onClose }: { onClose(): void }) {
  const say = useWords({ en, fr }).keys
  return (
    <Dialog opened onClose={onClose} title={say.title}>
      <Table>
        <Table.Tbody>
          {useKnownKeys().map(({ key, label }) => (
            <Table.Tr key={`${key} ${label}`}>
              <Table.Td>
                <Kbd>{key.replace('mod+', say.mod)}</Kbd>
              </Table.Td>
              <Table.Td>{label}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Dialog>
  )
}

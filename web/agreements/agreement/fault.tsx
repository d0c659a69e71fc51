import { Text } from '@mantine/core'

/** What is wrong with a part of an agreement that has no field for it. */
export function Fault({ of: fault }: { of: string | undefined }) {
  if (!fault) return null
  return (
    <Text size="sm" c="red" role="alert">
      {fault}
    </Text>
  )
}

import { Text } from '@mantine/core'

/** The fault of a part of an agreement without a field for it. */
export function Fault({ of: fault }: { of: string | undefined }) {
  if (!fault) return null
  return (
    <Text size="sm" c="red" role="alert">
      {fault}
    </Text>
  )
}

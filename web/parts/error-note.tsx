import { Alert, Button, Group, Text } from '@mantine/core'
import { JsonApiError } from '../app/api.ts'
import { useWords } from '../app/language.tsx'
import { parts as en } from '../texts/en/parts.ts'
import { parts as fr } from '../texts/fr/parts.ts'
import { CopyField } from './copy-field.tsx'
import { tellTrouble } from './tell.ts'

/**
 * An error: the fault, the action to take, and the id of the request for the operator. Without an error it shows
 * nothing.
 */
export function ErrorNote({ error, again }: { error: unknown; again?: () => void }) {
  const say = useWords({ en, fr })
  if (!error) return null
  return (
    <Alert color="red" title={say.failed} role="alert" my="sm">
      {sentencesOf(error, say).map((sentence) => (
        <Text key={sentence} size="sm">
          {sentence}
        </Text>
      ))}
      {error instanceof JsonApiError && error.requestId && (
        <Group gap="xs" mt="xs">
          <Text size="sm">{say.requestId}</Text>
          <CopyField value={error.requestId} what={say.requestId} />
        </Group>
      )}
      {again && (
        <Button variant="default" size="xs" mt="sm" onClick={again}>
          {say.tryAgain}
        </Button>
      )}
    </Alert>
  )
}

/** Shows an error of a small action without a place for an `ErrorNote`. */
export function useTellFailure(): (error: unknown) => Promise<void> {
  const say = useWords({ en, fr })
  return (error) => {
    const id = error instanceof JsonApiError ? (error.requestId ?? null) : null
    return tellTrouble(sentencesOf(error, say).join(' '), id)
  }
}

function sentencesOf(error: unknown, say: typeof en): string[] {
  if (error instanceof JsonApiError) return [...new Set(error.errors.map(({ detail }) => detail))]
  // A fetch without an answer throws a TypeError.
  return [error instanceof TypeError ? say.unreachable : say.unexpected]
}

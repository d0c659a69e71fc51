import { Button, Code, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { createClient } from '../../clients/jsonapi/src/index.ts'
import { useWords } from '../app/language.tsx'
import { prefix } from '../app/place.ts'
import { ErrorNote } from '../parts/error-note.tsx'
import { apiCredentials as en } from '../texts/en/api-credentials.ts'
import { apiCredentials as fr } from '../texts/fr/api-credentials.ts'

/** Calls the live API with the token, and shows the answer. */
export function TryToken({ token }: { token: string }) {
  const say = useWords({ en, fr }).made
  const tried = useMutation({
    mutationFn: () => createClient({ baseUrl: `${prefix}/v1/api`, token }).list('organizations'),
  })
  return (
    <>
      <Button mt="md" variant="default" onClick={() => tried.mutate()} loading={tried.isPending}>
        {say.try}
      </Button>
      <ErrorNote error={tried.error} />
      {tried.data && (
        <>
          <Text size="sm" mt="sm" mb={4} role="status">
            {say.tried}
          </Text>
          {/* The block scrolls, so it must take the focus of the keyboard. */}
          <Code block tabIndex={0} mah="14rem">
            {JSON.stringify(tried.data, null, 2)}
          </Code>
        </>
      )}
    </>
  )
}

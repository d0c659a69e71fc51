import { Loader } from '@mantine/core'
import { useWords } from '../app/language.tsx'
import { parts as en } from '../texts/en/parts.ts'
import { parts as fr } from '../texts/fr/parts.ts'
import { useAwaited } from './awaited.ts'

const isLoading = { isLoading: true }

/** The waiting sign. A surrounding `Together` waits with it. */
export function Waiting({ label }: { label?: string }) {
  const say = useWords({ en, fr })
  useAwaited(isLoading)
  return <Loader role="status" aria-label={label ?? say.loading} />
}

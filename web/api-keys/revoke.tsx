import { type Resource, useChange } from '../app/api.ts'
import { useWords } from '../app/language.tsx'
import { Confirm } from '../parts/confirm.tsx'
import { tell } from '../parts/tell.ts'
import { apiKeys as en } from '../texts/en/api-keys.ts'
import { apiKeys as fr } from '../texts/fr/api-keys.ts'

/** Asks before a key is revoked. */
export function RevokeKey({ of: key, onClose }: { of: Resource<'api-keys'>; onClose(): void }) {
  const say = useWords({ en, fr })
  const { name, hint, requestsLastHour } = key.attributes
  const revoke = useChange(['api-keys'], (api) => api.remove('api-keys', key.id))
  const confirm = async () => {
    await revoke.mutateAsync(undefined)
    void tell(say.revoked(name))
  }
  return (
    <Confirm opened title={say.revokeQuestion(name)} act={say.revoke} onConfirm={confirm} onClose={onClose}>
      {say.revokeText(hint)} {requestsLastHour > 0 && say.requests.stillUsed(requestsLastHour)}
    </Confirm>
  )
}

import { type Resource, useChange } from '../app/api.ts'
import { useWords } from '../app/language.tsx'
import { Confirm } from '../parts/confirm.tsx'
import { tell } from '../parts/tell.ts'
import { apiCredentials as en } from '../texts/en/api-credentials.ts'
import { apiCredentials as fr } from '../texts/fr/api-credentials.ts'

/** Asks before a token is revoked. */
export function RevokeToken({ of: token, onClose }: { of: Resource<'api-credentials'>; onClose(): void }) {
  const say = useWords({ en, fr })
  const { name, hint } = token.attributes
  const revoke = useChange(['api-credentials'], (api) => api.remove('api-credentials', token.id))
  const confirm = async () => {
    await revoke.mutateAsync(undefined)
    void tell(say.revoked(name))
  }
  return (
    <Confirm opened title={say.revokeQuestion(name)} act={say.revoke} onConfirm={confirm} onClose={onClose}>
      {say.revokeText(hint)}
    </Confirm>
  )
}

import type { Language } from '../../texts/index.ts'
import type { Context } from '../context.ts'
import { quoteStranger } from '../mail.ts'
import type { Ceremony } from './ceremony.ts'

/** The name of the organization as it stands in a mail of ours. */
export async function quoteSender({ db, organizationId }: Context): Promise<string[]> {
  const found = db.selectFrom('organizations').select('name').where('id', '=', organizationId)
  return quoteStranger((await found.executeTakeFirstOrThrow()).name, 200)
}

/** The language in which a signer is written to: the one that they chose, else that of the agreement where we speak it. */
export function tongueOf({ signer, language }: Pick<Ceremony, 'signer' | 'language'>): Language {
  return /^fr(-|$)/.test(signer.language ?? language) ? 'fr' : 'en'
}

import type { Language } from '../../texts/index.ts'
import type { Context } from '../context.ts'
import { quoteStranger } from '../mail.ts'
import type { Ceremony } from './ceremony.ts'

/** The organization's name, quoted for a mail. */
export async function quoteSender({ db, organizationId }: Context): Promise<string[]> {
  const found = db.selectFrom('organizations').select('name').where('id', '=', organizationId)
  return quoteStranger((await found.executeTakeFirstOrThrow()).name, 200)
}

/** The language of a signer's mails: the one they chose, else that of the agreement if it is English or French. */
export function tongueOf({ signer, language }: Pick<Ceremony, 'signer' | 'language'>): Language {
  return /^fr(-|$)/.test(signer.language ?? language) ? 'fr' : 'en'
}

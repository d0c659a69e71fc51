import { expect, test } from 'vitest'
import { readerOf } from './reader.ts'

test.each([
  ['', '', 'en', 'en'],
  ['fr', '', 'fr', 'fr'],
  ['fr-CA, en;q=0.8', '', 'fr', 'fr-CA'],
  ['en-GB, fr;q=0.9', '', 'en', 'en-GB'],
  ['de, fr;q=0.8, en;q=0.5', '', 'fr', 'de'],
  ['de', '', 'en', 'de'],
  ['fr;q=0, en;q=0.1', '', 'en', 'en'],
  ['*, x-nonsense;q=2, \u0000', '', 'en', 'en'],
  ['en-US', 'a=b; sealane_language=fr', 'fr', 'fr'],
  ['en-US, fr-BE;q=0.3', 'sealane_language=fr', 'fr', 'fr-BE'],
  ['fr-FR', 'sealane_language=en; x=y', 'en', 'en'],
  ['fr', 'sealane_language=tlh', 'fr', 'fr'],
  ['fr', 'sealane_language=constructor', 'fr', 'fr'],
  ['en', 'not_sealane_language=fr', 'en', 'en'],
])(
  'a browser with the languages %j and the cookie %j gets %s, with days as in %s',
  (wish, cookie, language, locale) => {
    const headers = { ...(wish && { 'accept-language': wish }), ...(cookie && { cookie }) }
    expect(readerOf({ headers, url: '/agree/?a=?b' })).toEqual({ language, locale, path: '/agree/', query: 'a=?b' })
  },
)

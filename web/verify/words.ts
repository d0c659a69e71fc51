import { languages } from '../../verifier/words.ts'
import { words as chosen } from '../sign-in/words.ts'
import { verify as en } from '../texts/en/verify.ts'
import { verify as fr } from '../texts/fr/verify.ts'

const { language } = chosen

/** What the page says, and what the verifier says, in the language of the visitor. */
export const words = { language, page: { en, fr }[language], verifier: languages[language] }

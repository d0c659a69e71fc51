import { languages } from '../../verifier/words.ts'
import { words as chosen } from '../sign-in/words.ts'
import { verify as en } from '../texts/en/verify.ts'
import { verify as fr } from '../texts/fr/verify.ts'

const { language } = chosen

/** The words of the page and of the verifier, in the language of the visitor. */
export const words = { language, page: { en, fr }[language], verifier: languages[language] }

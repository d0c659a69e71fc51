import { signIn as en } from '../texts/en/sign-in.ts'
import { signIn as fr } from '../texts/fr/sign-in.ts'

const said = { en, fr }

/** The texts of these pages in the language from the app, or from the browser. */
export const words = chooseWords()

function chooseWords() {
  const wishes = [localStorage.getItem('sealane-language') ?? '', ...navigator.languages].map((tag) => tag.slice(0, 2))
  const language = wishes.find((wish) => wish === 'en' || wish === 'fr') ?? 'en'
  return { language, say: said[language] }
}

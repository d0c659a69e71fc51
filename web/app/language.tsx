import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'

export type Language = 'en' | 'fr'
export const languages: Readonly<Record<Language, string>> = { en: 'English', fr: 'Français' }

const key = 'sealane-language'

/** The choice null leaves the language to the browser. */
type Choice = { language: Language; choose(language: Language | null): void }
const LanguageContext = createContext<Choice>({ language: 'en', choose: () => {} })

/** The language that the person chose, or else the browser's first language that we have, or else English. */
export function wishedLanguage(): Language {
  const wishes = [localStorage.getItem(key) ?? '', ...navigator.languages].map((tag) => tag.slice(0, 2))
  return wishes.find((wish) => wish === 'en' || wish === 'fr') ?? 'en'
}

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(wishedLanguage)
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const choose = (chosen: Language | null) => {
    if (chosen === null) localStorage.removeItem(key)
    else localStorage.setItem(key, chosen)
    setLanguage(wishedLanguage())
  }
  return <LanguageContext value={{ language, choose }}>{children}</LanguageContext>
}

export function useLanguage(): Choice {
  return useContext(LanguageContext)
}

/** The texts of an area in the person's language. */
export function useWords<Words>(words: Record<Language, Words>): Words {
  return words[useLanguage().language]
}

const names: Record<string, Intl.DisplayNames> = {}

/** The name of a language by its BCP 47 tag, in the person's language. */
export function nameLanguage(tag: string, language: string): string {
  try {
    names[language] ??= new Intl.DisplayNames(language, { type: 'language' })
    return names[language].of(tag) ?? tag
  } catch {
    return tag
  }
}

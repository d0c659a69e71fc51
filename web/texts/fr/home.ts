import type { home as english } from '../en/home.ts'

export const home: typeof english = {
  title: 'Accueil',
  welcome: (person, organization) => `Bienvenue, ${person}. Vous travaillez pour ${organization}.`,
}

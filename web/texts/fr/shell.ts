import type { shell as english } from '../en/shell.ts'

export const shell: typeof english = {
  skip: 'Aller au contenu',
  navigation: 'Navigation principale',
  openNavigation: 'Ouvrir la navigation',
  groups: { work: 'Travail', settings: 'Paramètres' },
  pages: {
    home: 'Accueil',
    verifications: 'Vérifications',
    agreements: 'Accords',
    submissions: 'Soumissions',
    webhooks: 'Webhooks',
    audit: 'Audit',
    integrations: 'Intégrations',
    apiCredentials: 'Identifiants API',
    members: 'Membres et rôles',
    organization: 'Organisation',
    profile: 'Votre profil',
    operator: 'Exploitation',
  },
  organization: 'Organisation',
  yourOrganizations: 'Vos organisations',
  account: 'Votre compte',
  signedInAs: (name) => `Connecté : ${name}`,
  colours: 'Couleurs',
  schemes: { auto: 'Comme le système', light: 'Clair', dark: 'Sombre' },
  language: 'Langue',
  signOut: 'Se déconnecter',
  loading: 'Chargement',
  close: 'Fermer',
  noOrganization: {
    title: 'Aucune organisation',
    text: 'Vous n’êtes membre d’aucune organisation que cette adresse désigne. Demandez à un administrateur de vous inviter, ou choisissez une autre organisation.',
  },
  notFound: {
    title: 'Introuvable',
    text: 'Cette page n’existe pas. L’adresse est peut-être mal saisie, ou ce qu’elle désignait a disparu.',
    home: 'Aller à la page d’accueil',
  },
  refused: {
    title: 'Pas pour votre rôle',
    text: (role) =>
      `Votre rôle « ${role} » ne permet pas de voir cette page. Un administrateur de votre organisation peut vous en donner un autre.`,
  },
}

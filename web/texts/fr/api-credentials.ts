import type { apiCredentials as english } from '../en/api-credentials.ts'

export const apiCredentials: typeof english = {
  title: 'Identifiants API',
  about:
    'Vos propres jetons d’accès à la JSON:API. Un jeton agit en votre nom, avec ce que permet votre rôle, et rien de plus.',
  list: 'Jetons d’accès',
  create: 'Créer un jeton',
  columns: {
    name: 'Nom',
    lastUsed: 'Dernière utilisation',
    expires: 'Expiration',
    created: 'Création',
    actions: 'Actions',
  },
  empty: {
    title: 'Aucun jeton pour l’instant',
    text: 'Avec un jeton, vos scripts font ce que vous pouvez faire ici. Créez-en un et essayez-le sur cette page avant de l’utiliser ailleurs.',
  },
  form: {
    name: 'Nom',
    nameHint: 'À quoi sert le jeton, par exemple le script qui l’utilise.',
    expires: 'Dernier jour',
    expiresHint: 'Le jeton s’arrête à la fin de ce jour. Vide : il ne s’arrête pas de lui-même.',
    submit: 'Créer',
  },
  made: {
    title: (name) => `Le jeton « ${name} » est créé`,
    what: 'le jeton',
    program: (language) => `le programme ${language}`,
    try: 'L’essayer maintenant',
    tried: 'Réponse de l’API au jeton :',
  },
  revoke: 'Révoquer',
  revokeQuestion: (name) => `Révoquer « ${name} » ?`,
  revokeText: (hint) => `Le jeton qui se termine par ${hint} cesse aussitôt de fonctionner. C’est irréversible.`,
  revoked: (name) => `« ${name} » est révoqué.`,
}

import type { mail_pages as english } from '../en/mail-pages.ts'

export const mail_pages: typeof english = {
  frame: { skip: 'Aller au contenu', check: 'Vérifiez ce qui suit' },
  failures: {
    title: 'E-mails sur les webhooks en panne',
    wants: ({ organization, address }) =>
      `${organization} souhaite prévenir ${address} quand l’un de ses webhooks tombe en panne.`,
    said_yes: 'Vous avez confirmé. Nous vous envoyons ces e-mails.',
    said_no: 'Vous avez refusé. Nous ne vous envoyons aucun de ces e-mails.',
    yes: 'Envoyez-moi ces e-mails',
    no: 'Ne les envoyez pas',
  },
  join: {
    title: ({ organization }) => `Rejoindre ${organization}`,
    declined: 'Vous avez refusé',
    declined_lead: 'Vous n’êtes pas membre. Vous pouvez fermer cette page.',
    open: 'Ouvrir Sealane',
    joined: ({ organization }) => `Vous êtes maintenant membre de ${organization}.`,
    invites: ({ inviter, organization, role }) =>
      `${inviter === '' ? 'Vous êtes invité' : `${inviter} vous invite`} à rejoindre ${organization}${role && ` en tant que ${role}`}.`,
    shows_both: 'L’organisation verra votre nom et votre adresse e-mail.',
    shows_known: ({ email }) => `L’organisation verra le nom que vous avez choisi sur ce serveur, et ${email}.`,
    name: 'Votre nom, tel que le verront toutes les organisations que vous rejoignez',
    password: ({ least }) => `Un mot de passe pour vous connecter, d’au moins ${least} caractères`,
    accept: 'Rejoindre',
    decline: 'Refuser',
  },
  webhook: {
    title: 'Un webhook demande votre attention',
    about: ({ id }) =>
      `Le webhook ${id} demande votre attention. Exécutez ces commandes dans un terminal, avec une clé de votre organisation :`,
    look: 'Lister les événements non livrés',
    switch_on: 'Réactiver le webhook, s’il est désactivé',
    recover: 'Renvoyer tous les événements non livrés des sept derniers jours',
    reference: 'La référence de l’API REST, où vous pouvez faire de même dans des formulaires',
  },
  front: {
    lead: 'Ce serveur envoie des documents à signer par un lien, vérifie qui les signe, et garde les preuves.',
    signer: 'Avez-vous reçu un document ? Ouvrez le lien que vous avez reçu. Il commence par cette adresse et {agree}.',
    developer: 'Écrivez-vous un programme pour ce serveur ? Lisez {rest}, {jsonapi} et {errors}.',
    member:
      'Travaillez-vous pour l’organisation ? Connectez-vous à l’application web. Son adresse est celle-ci, sans {api}.',
    rest: 'l’API REST',
    jsonapi: 'la JSON:API',
    errors: 'ce que signifient les erreurs',
  },
  titles: {
    '404': 'Il n’y a rien ici',
    '429': 'Trop de requêtes',
    '503': 'Réessayez plus tard',
    other: 'Cela n’a pas marché',
  },
  unreadable: 'Votre navigateur a envoyé quelque chose que cette page ne peut pas lire. Rouvrez le lien de l’e-mail.',
  failed: ({ id }) => `Une erreur s’est produite de notre côté. Réessayez, et citez ${id} si vous demandez de l’aide.`,
}

import type { mail_pages as english } from '../en/mail-pages.ts'

export const mail_pages: typeof english = {
  frame: { skip: 'Au contenu', check: 'Vérifiez ce qui suit' },
  failures: {
    title: 'Courriers sur les webhooks en panne',
    wants: ({ organization, address }) =>
      `${organization} souhaite prévenir ${address} quand l’un de ses webhooks tombe en panne.`,
    said_yes: 'Vous avez confirmé : ces courriers vous sont envoyés.',
    said_no: 'Vous avez refusé : aucun courrier de ce genre ne vient.',
    yes: 'Envoyez-moi ces courriers',
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
    shows_both: 'L’organisation verra votre nom et votre adresse.',
    shows_known: ({ email }) => `L’organisation verra le nom que vous avez choisi sur ce serveur, et ${email}.`,
    name: 'Votre nom, tel que le verront toutes les organisations que vous rejoignez',
    password: ({ least }) => `Un mot de passe pour vous connecter, d’au moins ${least} caractères`,
    accept: 'Rejoindre',
    decline: 'Refuser',
  },
  webhook: {
    title: 'Un webhook a besoin de vous',
    about: ({ id }) => `Il s’agit du webhook ${id}. Avec une clé de votre organisation, dans un terminal :`,
    look: 'Voir ce qui n’a pas été livré',
    switch_on: 'Le réactiver, s’il est désactivé',
    recover: 'Renvoyer tout ce qui n’a pas été livré, ici des sept derniers jours',
    reference: 'L’API REST, où vous pouvez faire de même dans des formulaires',
  },
  front: {
    lead: 'Ce serveur envoie des documents à signer par un lien, vérifie qui les signe, et garde les preuves.',
    signer: 'Vous avez reçu un document ? Ouvrez le lien reçu. Il commence par cette adresse et {agree}.',
    developer: 'Vous écrivez un programme pour ce serveur ? Lisez {rest}, {jsonapi} et {errors}.',
    member:
      'Vous travaillez pour l’organisation ? Connectez-vous à l’application web : elle est à cette adresse, sans {api} dans son nom.',
    rest: 'l’API REST',
    jsonapi: 'la JSON:API',
    errors: 'ce que signifient les erreurs',
  },
  titles: {
    '404': 'Il n’y a rien ici',
    '429': 'Trop à la fois',
    '503': 'Pas maintenant',
    other: 'Cela n’a pas marché',
  },
  unreadable: 'Votre navigateur a envoyé quelque chose que cette page ne peut pas lire. Rouvrez le lien du courrier.',
  failed: ({ id }) => `Une erreur s’est produite de notre côté. Réessayez, et citez ${id} si vous demandez de l’aide.`,
}

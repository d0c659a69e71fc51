import type { links as englishLinks, send as englishSend } from '../en/links.ts'

export const links: typeof englishLinks = {
  about:
    'Qui ouvre un lien lit l’accord et le signe. Ce que vous mettez derrière son adresse accompagne chaque soumission.',
  create: 'Nouveau lien',
  title: 'Titre',
  titleHint: 'Pour vous : où le lien est utilisé. Les signataires ne le voient pas.',
  expires: 'Dernier jour',
  expiresHint: 'Il cesse à la fin de ce jour. Vide : il ne cesse pas de lui-même.',
  submit: 'Créer le lien',
  address: 'l’adresse du lien',
  on: 'Ouvert',
  off: 'Fermé',
  ended: 'Terminé',
  ends: 'se termine',
  made: 'créé',
  share: 'Partager',
  shareOf: (title) => `Partager « ${title} »`,
  turnOff: 'Fermer',
  turnOn: 'Ouvrir',
  turnedOff: (title) => `« ${title} » est fermé : personne ne peut plus commencer par lui.`,
  turnedOn: (title) => `« ${title} » est ouvert.`,
  empty: {
    title: 'Pas encore de lien',
    text: 'Un lien est l’adresse où l’accord est lu et signé. Créez-en un pour chaque endroit où vous l’utilisez : un formulaire, une affiche, votre propre système.',
  },
  metadata: {
    title: 'Métadonnées',
    about:
      'Des noms et des valeurs qui reviennent avec chaque soumission, ses webhooks et son document, comme votre propre numéro de commande.',
    name: 'Nom',
    value: 'Valeur',
    add: 'En ajouter',
    remove: (name) => `Retirer ${name}`,
    known: 'Un nom, un e-mail ou le mot d’un champ le remplit pour le signataire.',
  },
  qr: {
    title: 'Code QR',
    alt: (address) => `Code QR de ${address}`,
    svg: 'Enregistrer en SVG',
    png: 'Enregistrer en PNG',
  },
}

export const send: typeof englishSend = {
  title: (agreement) => `Envoyer « ${agreement} »`,
  name: 'Nom du signataire',
  email: 'E-mail du signataire',
  mayChange: 'Cette personne peut en nommer une autre qui signe',
  metadata: 'Métadonnées',
  how: 'Comment cela lui parvient',
  deliveries: { email: 'Par courrier', link: 'Je le transmets' },
  submit: { email: 'Envoyer le courrier', link: 'Créer son accès' },
  made: {
    title: 'Prêt à envoyer',
    text: 'Cette adresse est l’accès propre du signataire. Elle fonctionne une fois, pour lui seul, et n’apparaît ici que maintenant. Ne la donnez à personne d’autre.',
    what: 'l’accès',
    mail: 'Écrire l’e-mail',
    subject: (agreement) => `À signer : ${agreement}`,
    body: (name, agreement, address) =>
      `Bonjour ${name},\n\nveuillez lire et signer « ${agreement} » ici :\n${address}\n\nCette adresse est la vôtre : ne la transmettez pas.`,
    mailed: {
      title: 'Le courrier est en route',
      text: (address) =>
        `Nous envoyons à ${address} un accès personnel, qui fonctionne une fois. Vous verrez ici quand il est ouvert.`,
    },
    follow: 'La suivre',
  },
}

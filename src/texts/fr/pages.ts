import type { pages as english } from '../en/pages.ts'

export const pages: typeof english = {
  titles: {
    '403': 'Ce n’est pas possible',
    '404': 'Il n’y a rien ici',
    '408': 'C’était trop long',
    '409': 'Quelque chose a changé',
    '410': 'Ce lien est fermé',
    '413': 'C’est trop volumineux',
    '422': 'Ce lien ne peut pas être ouvert',
    '429': 'Trop de requêtes',
    '503': 'Réessayez plus tard',
    submission_closed: 'La signature de ce document est terminée',
    step_not_reached: 'Pas encore',
    other: 'Cela n’a pas marché',
  },
  messages: {
    database_unavailable:
      'Le serveur ne peut pas afficher cette page pour le moment. Rien de ce que vous avez saisi n’est perdu. Réessayez dans quelques secondes.',
    agreement_link_not_found:
      'Il n’y a pas de document à cette adresse. Vérifiez que le lien est complet, ou adressez-vous à l’expéditeur.',
    invitation_not_found:
      'Il n’y a pas d’invitation à cette adresse. Vérifiez que le lien est complet, ou demandez-en un nouveau à l’expéditeur.',
    signer_not_found: 'Vous n’avez pas de document à cette adresse. Rouvrez le lien que vous avez reçu.',
    submission_not_found: 'Vous n’avez pas de document à cette adresse. Rouvrez le lien que vous avez reçu.',
    document_tampered:
      'Ce document ne peut pas être affiché, car il a été modifié après avoir été achevé. Prévenez l’expéditeur.',
    subject_erased:
      'Vos données personnelles ont été effacées ici. Vous ne pouvez donc plus rien faire avec ce document.',
    page_not_found: 'Il n’y a pas de page à cette adresse. Rouvrez le lien que vous avez reçu.',
  },
  unreadable:
    'Votre navigateur a envoyé quelque chose que cette page ne peut pas lire. Rouvrez le lien que vous avez reçu.',
  failed: ({ id }) =>
    `Une erreur s’est produite de notre côté. Rien de ce que vous avez saisi n’est perdu. Réessayez, et citez ${id} si vous demandez de l’aide.`,
  of_address: ({ name, fault }) =>
    `Impossible d’enregistrer ${name === null ? 'les métadonnées' : `« ${name} »`} de l’adresse de ce lien : ${fault} Demandez un autre lien à l’expéditeur.`,
  send_again: 'Renvoyer',
  go_on: 'Continuer là où vous en étiez',
  own_tab: 'L’ouvrir dans un nouvel onglet',
}

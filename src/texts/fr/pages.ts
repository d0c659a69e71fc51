import type { pages as english } from '../en/pages.ts'

export const pages: typeof english = {
  titles: {
    '403': 'Ce n’est pas possible',
    '404': 'Il n’y a rien ici',
    '408': 'C’était trop long',
    '409': 'Quelque chose a changé entre-temps',
    '410': 'Ce lien est fermé',
    '413': 'C’est trop volumineux',
    '422': 'Ce lien ne peut pas être ouvert',
    '429': 'Trop à la fois',
    '503': 'Pas maintenant',
    submission_closed: 'C’est terminé pour ce document',
    step_not_reached: 'Pas encore',
    other: 'Cela n’a pas marché',
  },
  messages: {
    database_unavailable:
      'Cette page ne peut pas être affichée pour le moment. Rien de ce que vous avez saisi n’est perdu. Réessayez dans quelques secondes.',
    agreement_link_not_found:
      'Il n’y a pas de document à cette adresse. Vérifiez que le lien est complet, ou adressez-vous à qui vous l’a envoyé.',
    invitation_not_found:
      'Il n’y a pas d’invitation à cette adresse. Vérifiez que le lien est complet, ou demandez-en un nouveau à qui vous l’a envoyé.',
    signer_not_found: 'Il n’y a rien de vous à cette adresse. Rouvrez le lien que vous avez reçu.',
    submission_not_found: 'Il n’y a rien de vous à cette adresse. Rouvrez le lien que vous avez reçu.',
    document_tampered:
      'Ce document ne peut pas être affiché : ce n’est pas celui qui a été achevé. Prévenez qui vous l’a envoyé.',
    subject_erased: 'Ce que l’on savait de vous ici a été effacé ; on ne peut donc plus rien faire avec ce document.',
    page_not_found: 'Il n’y a pas de page à cette adresse. Rouvrez le lien que vous avez reçu.',
  },
  unreadable:
    'Votre navigateur a envoyé quelque chose que cette page ne peut pas lire. Rouvrez le lien que vous avez reçu.',
  failed: ({ id }) =>
    `Une erreur s’est produite de notre côté. Rien de ce que vous avez saisi n’est perdu. Réessayez, et citez ${id} si vous demandez de l’aide.`,
  of_address: ({ name, fault }) =>
    `${name === null ? 'Ce que porte l’adresse de ce lien' : `« ${name} » dans l’adresse de ce lien`} ne peut pas être conservé : ${fault} Demandez un autre lien à qui vous l’a envoyé.`,
  send_again: 'Renvoyer',
  go_on: 'Continuer là où vous en êtes',
  own_tab: 'L’ouvrir dans un onglet à part',
}

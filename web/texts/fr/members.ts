import type { members as english } from '../en/members.ts'

export const members: typeof english = {
  title: 'Membres et rôles',
  about: 'Qui travaille pour votre organisation, et ce que chacun peut faire.',
  sections: { members: 'Membres', roles: 'Rôles' },
  list: 'Membres',
  invite: 'Inviter quelqu’un',
  columns: { name: 'Nom', role: 'Rôle', state: 'État', since: 'Membre depuis', actions: 'Actions' },
  states: { active: 'actif', inactive: 'désactivé' },
  you: 'vous',
  roleOf: (name) => `Rôle de ${name}`,
  roleChanged: (name, role) => `${name} a maintenant le rôle ${role}.`,
  deactivate: 'Désactiver',
  activate: 'Réactiver',
  deactivated: (name) => `${name} ne peut plus utiliser cette organisation.`,
  activated: (name) => `${name} peut de nouveau utiliser cette organisation.`,
  empty: { title: 'Personne ici', text: 'Invitez les personnes avec qui vous travaillez.' },
  invitations: {
    title: 'Invitations en attente de réponse',
    until: 'jusqu’à',
    resend: 'Renvoyer',
    takeBack: 'Retirer',
    resent: (email) => `Une nouvelle invitation part vers ${email}. La précédente n’est plus valable.`,
    takenBack: (email) => `L’invitation de ${email} est retirée.`,
    expired: 'expirée',
    more: 'Plus',
    moreFor: (email) => `Plus d’actions pour ${email}`,
    copyLink: 'Copier le lien',
    outbox:
      'Ce serveur n’a pas de serveur de messagerie : l’e-mail avec le lien est dans sa boîte d’envoi. Les exploitants du serveur peuvent l’y lire et transmettre le lien.',
    outboxIsYours:
      'Ce serveur n’a pas de serveur de messagerie : l’e-mail avec le lien est dans la boîte d’envoi. Les exploitants du serveur peuvent la lire sous Exploitation. Vous pouvez copier un lien ici et le transmettre vous-même.',
    link: {
      title: (email) => `Le lien pour ${email}`,
      text: 'Toute personne qui ouvre ce lien peut répondre à la place de son destinataire. Ne le donnez à personne d’autre. Le lien de la boîte d’envoi n’est plus valable, et le journal d’audit consigne que celui-ci vous a été montré.',
      submit: 'Afficher le lien',
      what: 'le lien',
    },
  },
  form: {
    name: 'Nom',
    nameHint: 'Comment vous appelez cette personne jusqu’à ce qu’elle choisisse son nom.',
    email: 'E-mail',
    emailHint:
      'Elle reçoit un e-mail avec un lien personnel. Sans serveur de messagerie, les exploitants de ce serveur le trouvent dans la boîte d’envoi.',
    role: 'Rôle',
    submit: 'Inviter',
    invited: (email) => `Une invitation part vers ${email}.`,
  },
}

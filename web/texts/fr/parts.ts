import type { parts as english } from '../en/parts.ts'

export const parts: typeof english = {
  copy: (what) => `Copier : ${what}`,
  copied: 'Copié',
  loading: 'Chargement',
  requestId: 'Identifiant de la requête',
  close: 'Fermer',
  cancel: 'Annuler',
  undo: 'Annuler',
  tryAgain: 'Réessayer',
  failed: 'Cela n’a pas fonctionné',
  unreachable: 'Le serveur est injoignable. Vérifiez votre connexion, puis réessayez.',
  unexpected:
    'Une erreur que nous n’avions pas prévue s’est produite. Réessayez ; si elle persiste, prévenez la personne qui gère le serveur.',
  time: { never: 'jamais', justNow: 'à l’instant', exact: (local, utc) => `${local} · ${utc} UTC` },
  lifetime: {
    neverUsed: 'pas encore',
    neverExpires: 'jamais',
    unused: 'inutilisé depuis 30 jours',
    expiresSoon: 'expire bientôt',
    expired: 'expiré',
  },
  list: {
    loading: 'Chargement de la liste',
    count: (shown, total) => (shown < total ? `${shown} sur ${total}` : `${total} en tout`),
    sortBy: (column) => `Trier par ${column}`,
    usualOrder: 'Ordre habituel',
    filters: 'Filtres',
    any: 'Tous',
    clear: 'Effacer les filtres',
    nothingFits: 'Rien ne correspond à ces filtres.',
    earlier: 'Afficher ce qui précède',
    actions: 'Actions',
    more: (name) => `Plus pour ${name}`,
  },
  exports: {
    as: (format) => `Exporter en ${format}`,
    progress: (done, total) => `${done} sur ${total} sont arrivées`,
    stop: 'Arrêter',
  },
  secret: {
    once: 'Copiez-le maintenant. Il ne s’affiche qu’une fois ; ensuite, personne ne peut plus le lire ici.',
    tryIt: 'Essayez-le',
    command: 'la commande',
    done: 'Je l’ai copié',
  },
}

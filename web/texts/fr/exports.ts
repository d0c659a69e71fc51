import type { exports as english } from '../en/exports.ts'

export const exports: typeof english = {
  title: 'Exports',
  about:
    'Les listes que vous avez exportées en fichiers. Un fichier s’écrit pendant que vous faites autre chose, il est conservé sept jours, et vous seul le voyez.',
  list: 'Exports',
  columns: {
    what: 'Liste',
    state: 'État',
    progress: 'Lignes',
    asked: 'Demandé',
    kept: 'Suppression',
    actions: 'Actions',
  },
  lists: {
    verifications: 'Vérifications',
    submissions: 'Soumissions',
    'audit-events': 'Journal d’audit',
    agreements: 'Accords',
    webhooks: 'Webhooks',
  },
  narrowed: 'avec des filtres',
  states: { running: 'En cours', done: 'Prêt', failed: 'Échec', expired: 'Supprimé' },
  troubles: {
    export_not_allowed: 'Vous ne pouvez plus lire cette liste.',
    other: 'La liste n’accepte plus ces filtres ou cet ordre. Exportez-la de nouveau.',
  },
  progress: (made, total) => `${made} sur ${total}`,
  rows: (made, bytes) => `${made} · ${bytes}`,
  begins: 'Commence…',
  save: 'Enregistrer le fichier',
  stop: 'Arrêter',
  remove: 'Supprimer',
  stopped: 'L’export est arrêté. Rien n’en est conservé.',
  removed: 'Le fichier est supprimé.',
  saved: (file) => `${file} est enregistré. Il reste sept jours sous Exports.`,
  empty: {
    title: 'Rien n’a encore été exporté',
    text: 'Les vérifications, les soumissions et le journal d’audit ont, à côté de leurs filtres, les boutons « Exporter en CSV » et « Exporter en NDJSON » : ce que vous y voyez devient le fichier. Les programmes demandent la même chose :',
    command: 'la commande',
  },
}

import type { apiKeys as english } from '../en/api-keys.ts'

export const apiKeys: typeof english = {
  title: 'Intégrations',
  about:
    'Les clés API permettent à vos propres systèmes d’utiliser l’API REST pour votre organisation. Une clé a un rôle et garde la version de l’API avec laquelle elle a été créée.',
  list: 'Clés API',
  create: 'Créer une clé API',
  columns: {
    name: 'Nom',
    role: 'Rôle',
    version: 'Version',
    lastUsed: 'Dernière utilisation',
    expires: 'Expiration',
    created: 'Création',
    actions: 'Actions',
  },
  onlyFrom: (count) => (count === 1 ? 'depuis 1 adresse' : `depuis ${count} adresses`),
  from: (address) => `depuis ${address}`,
  inVersion: (version) => `version ${version}`,
  requests: {
    see: (name) => `Voir les requêtes de « ${name} »`,
    lastHour: (count) =>
      count === 0
        ? 'Voir ses requêtes'
        : count === 1
          ? '1 requête dans la dernière heure'
          : `${count.toLocaleString('fr')} requêtes dans la dernière heure`,
    stillUsed: (count) =>
      count === 1
        ? 'Elle a fait 1 requête dans la dernière heure.'
        : `Elle a fait ${count.toLocaleString('fr')} requêtes dans la dernière heure.`,
    title: (name) => `Requêtes de « ${name} »`,
    about: (count) =>
      `Les ${count} plus récentes des dernières 24 heures. Ni les corps ni les valeurs des paramètres ne sont gardés. L’identifiant d’une requête la retrouve dans le journal du serveur.`,
    list: 'Requêtes',
    none: 'Rien n’a été demandé avec cette clé dans les dernières 24 heures.',
    columns: {
      time: 'Quand',
      request: 'Requête',
      status: 'Statut',
      version: 'Version',
      from: 'Depuis',
      id: 'Identifiant',
    },
  },
  empty: {
    title: 'Aucune clé API pour l’instant',
    text: 'Avec une clé, vos systèmes lancent des vérifications, créent des liens et suivent les événements. Créez-en une, puis essayez-la avec la commande qui l’accompagne.',
  },
  form: {
    name: 'Nom',
    nameHint: 'À quoi sert la clé, par exemple le système qui l’utilise.',
    role: 'Rôle',
    roleHint: 'Ce que la clé permet de faire.',
    version: 'Version',
    versionHint: 'Les réponses gardent la forme de cette version.',
    expires: 'Dernier jour',
    expiresHint: 'La clé s’arrête à la fin de ce jour. Vide : elle ne s’arrête pas d’elle-même.',
    addresses: 'Adresses',
    addressesHint: 'Adresses ou plages qui peuvent utiliser la clé, une par ligne. Vide : toutes.',
    submit: 'Créer',
  },
  made: { title: (name) => `La clé « ${name} » est créée`, what: 'la clé' },
  replace: 'Remplacer',
  replacing: {
    title: (name) => `Remplacer « ${name} »`,
    text: 'Une nouvelle clé avec les mêmes nom, rôle, version et adresses est créée. L’ancienne fonctionne encore un moment, le temps que vos systèmes changent.',
    overlap: 'L’ancienne clé s’arrête dans',
    overlaps: { '1': '1 heure', '24': '24 heures', '168': '7 jours' },
    submit: 'Créer la nouvelle clé',
  },
  revoke: 'Révoquer',
  revokeQuestion: (name) => `Révoquer « ${name} » ?`,
  revokeText: (hint) => `La clé qui se termine par ${hint} cesse aussitôt de fonctionner. C’est irréversible.`,
  revoked: (name) => `« ${name} » est révoquée.`,
}

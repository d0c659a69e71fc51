import type { webhookFailures as english } from '../en/webhook-failures.ts'

export const webhookFailures: typeof english = {
  delivered: { what: 'Livré', todo: '' },
  redirect: {
    what: 'Le récepteur a redirigé',
    todo: 'Les redirections ne sont pas suivies, car elles pourraient mener n’importe où. Donnez au webhook l’URL finale : souvent une barre oblique en trop ou en moins, ou http au lieu de https.',
  },
  unauthorized: {
    what: 'Le récepteur nous a refusés',
    todo: 'Il veut des identifiants, ou un pare-feu est devant. Donnez au webhook un en-tête ou des identifiants OAuth dans ses réglages, ou contentez-vous de notre signature.',
  },
  not_found: {
    what: 'Il n’y a rien à cette URL',
    todo: 'Vérifiez que le chemin est juste et que le récepteur y accepte POST.',
  },
  gone: {
    what: 'Le récepteur ne veut plus rien',
    todo: 'Un 410 coupe le webhook. Activez-le si c’était une erreur.',
  },
  too_large_request: {
    what: 'Le corps était trop grand pour le récepteur',
    todo: 'Portez à 1 Mo la limite des corps de votre proxy ou de votre framework.',
  },
  throttled: {
    what: 'Le récepteur en a assez pour l’instant',
    todo: 'Nous attendons aussi longtemps que Retry-After le dit. Si cela se répète, fixez « Requêtes par seconde au plus » dans les réglages, ou répondez d’abord et travaillez ensuite.',
  },
  client_error: {
    what: 'Le récepteur a refusé la requête',
    todo: 'Lisez sa réponse ci-dessous. Souvent, la vérification de la signature échoue parce que le corps a été analysé puis réécrit : vérifiez les octets bruts. « Vérifier une signature » dit pourquoi.',
  },
  server_error: {
    what: 'Le récepteur a échoué',
    todo: 'Cherchez le webhook-id dans le journal de votre récepteur. Répondez 2xx dès que l’événement est enregistré, et travaillez ensuite.',
  },
  unavailable: {
    what: 'Le récepteur n’est pas là en ce moment',
    todo: 'Un proxy a répondu à sa place. Vérifiez que votre service tourne et que le proxy l’atteint. L’envoi est retenté de lui-même.',
  },
  timeout: {
    what: 'Pas de réponse complète en 15 secondes',
    todo: 'Enregistrez l’événement, répondez 2xx aussitôt, et travaillez ensuite. Cherchez aussi un pare-feu qui perd des paquets.',
  },
  connection_refused: {
    what: 'Personne n’écoute là',
    todo: 'Démarrez le récepteur, et vérifiez le port dans l’URL.',
  },
  connection_reset: {
    what: 'La connexion s’est rompue',
    todo: 'Le récepteur ou un proxy l’a fermée avant d’avoir répondu. Cherchez des plantages et des limites de mémoire ou de temps.',
  },
  unreachable: {
    what: 'Aucun chemin vers le récepteur',
    todo: 'Vérifiez les routes et les pare-feu entre ce serveur et le vôtre.',
  },
  dns: {
    what: 'Le nom n’a pas d’adresse',
    todo: 'Cherchez une faute de frappe dans l’URL, et vérifiez l’entrée DNS du nom. Une nouvelle entrée demande un moment.',
  },
  tls: {
    what: 'Pas de connexion TLS de confiance',
    todo: 'Réparez le certificat : non expiré, pour ce nom précis, et avec sa chaîne d’intermédiaires. Un vérificateur SSL montre ce qui manque.',
  },
  refused_address: {
    what: 'L’adresse n’est pas autorisée',
    todo: 'Le nom mène à une adresse privée ou spéciale. Utilisez une adresse publique ; la personne qui gère ce serveur peut ouvrir une plage avec WEBHOOK_ALLOW.',
  },
  proxy: {
    what: 'Notre proxy sortant a un problème',
    todo: 'Cela vient de nous : prévenez la personne qui gère ce serveur.',
  },
  oauth: {
    what: 'Impossible d’obtenir un jeton',
    todo: 'Vérifiez que l’adresse des jetons répond, et que l’identifiant et le secret client des réglages sont encore bons.',
  },
  too_large: { what: 'La réponse était trop grande', todo: 'Répondez en quelques octets : seul le statut compte.' },
  protocol: {
    what: 'Ce n’était pas du HTTP correct',
    todo: 'Vérifiez que le port parle HTTP/1.1, et non autre chose.',
  },
  network: {
    what: 'La connexion a échoué',
    todo: 'Vérifiez le réseau entre ce serveur et le vôtre. L’envoi est retenté de lui-même.',
  },
  internal: {
    what: 'Nous n’avons pas pu faire cette requête',
    todo: 'La faute est à nous, et dans le journal de ce serveur. Prévenez la personne qui le gère.',
  },
  other: { what: 'Cela a échoué', todo: 'Lisez ce que disent la requête et sa réponse.' },
}

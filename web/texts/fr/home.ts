import type { home as english } from '../en/home.ts'

export const home: typeof english = {
  title: 'Accueil',
  welcome: (person, organization) => `Bienvenue, ${person}. Vous travaillez pour ${organization}.`,
  tasks: {
    title: 'Tâches ouvertes',
    none: 'Vous n’avez aucune tâche ouverte.',
    many: (count, isMore) => `${count}${isMore ? ' ou plus' : ''}`,
    since: 'date la plus ancienne :',
    names: {
      reviews: (count) => (count === 1 ? 'Vérification à décider' : 'Vérifications à décider'),
      'failing-webhooks': (count) => (count === 1 ? 'Webhook en échec' : 'Webhooks en échec'),
      'waiting-submissions': (count) =>
        count === 1 ? 'Soumission qui attend un signataire' : 'Soumissions qui attendent un signataire',
      'stopped-bulk-sends': (count) => (count === 1 ? 'Envoi en nombre arrêté' : 'Envois en nombre arrêtés'),
      'ending-api-keys': (count) => (count === 1 ? 'Clé API qui expire bientôt' : 'Clés API qui expirent bientôt'),
      'open-invitations': (count) => (count === 1 ? 'Invitation sans réponse' : 'Invitations sans réponse'),
    },
  },
  volumes: {
    title: 'Les 30 derniers jours',
    verifications: 'Vérifications',
    verificationsSaid: (ordered, verified) =>
      `${ordered} ${ordered < 2 ? 'demandée' : 'demandées'}, ${verified} ${verified < 2 ? 'vérifiée' : 'vérifiées'}`,
    submissions: 'Soumissions',
    submissionsSaid: (begun, completed) =>
      `${begun} ${begun < 2 ? 'commencée' : 'commencées'}, ${completed} ${completed < 2 ? 'terminée' : 'terminées'}`,
    median: (hours) => `la moitié en moins de ${hours}`,
    day: 'Jour',
    count: 'Nombre',
    asTable: 'En tableau',
  },
  steps: {
    title: 'Trois étapes vers un premier accord signé',
    key: 'Créer une clé API',
    keyText: 'Dans Intégrations ; elle ne s’affiche qu’une fois. Gardez-la dans votre terminal :',
    agreement: 'Écrire un accord',
    agreementText:
      'C’est du Markdown ; {{name}} est un champ que le signataire remplit. La réponse contient son agreement_id :',
    link: 'Créer un lien et l’ouvrir',
    linkText: 'Toute personne qui ouvre l’url de la réponse peut signer. Ouvrez-la d’abord vous-même :',
    command: 'la commande',
  },
}

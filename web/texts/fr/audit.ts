import type { audit as english } from '../en/audit.ts'

export const audit: typeof english = {
  title: 'Journal',
  about:
    'Qui a fait quoi, quand et d’où. Chaque ligne porte l’empreinte de la précédente : une ligne modifiée ou retirée se voit.',
  list: 'Journal d’audit',
  columns: { when: 'Quand', who: 'Qui', what: 'Quoi', on: 'Sur', from: 'D’où', more: 'Actions' },
  filters: {
    action: 'Quoi',
    user: 'Qui',
    ipAddress: 'De l’adresse',
    addressForm: '192.0.2.7',
    subject: 'Identifiant de l’objet',
    occurredAt: 'Quand',
  },
  since: { day: 'Dernier jour', week: '7 derniers jours', month: '30 derniers jours' },
  kinds: {
    system: 'Le serveur',
    api_key: 'Une clé d’API',
    signer: 'Un signataire',
    visitor: 'Un visiteur',
    user: 'Une personne',
  },
  details: 'Détails',
  detail: {
    title: (action) => `« ${action} »`,
    place: 'Place dans sa chaîne',
    chain: 'Chaîne',
    hash: 'Empreinte',
    previous: 'Empreinte précédente',
    data: 'Ce que l’on sait encore',
    address: 'Adresse',
    browser: 'Navigateur',
    request: 'Identifiant de la requête',
  },
  empty: {
    title: 'Rien n’a encore été fait',
    text: 'Tout ce que chacun fait ici est consigné et figure dans cette liste.',
  },
  log: {
    title: (size) => `Le journal contient ${size} ${size < 2 ? 'ligne' : 'lignes'}.`,
    about:
      'Voici son en-tête signé. Gardez-le hors d’atteinte du serveur : il prouvera que rien avant lui n’a été modifié. Signé',
    what: 'l’en-tête signé',
  },
  verify: {
    button: 'Vérifier la chaîne',
    title: 'La chaîne de votre organisation',
    about: 'Votre navigateur lit chaque ligne, recalcule son empreinte et compare. Rien n’en est laissé au serveur.',
    start: 'Commencer',
    stop: 'Arrêter',
    progress: (done, total) => `${done} ${done < 2 ? 'ligne' : 'lignes'} sur ${total}`,
    whole: (count) => (count === 1 ? 'L’unique ligne tient.' : `Les ${count} lignes tiennent.`),
    head: 'L’empreinte de la dernière ligne. Notez-la : tant qu’elle figure dans la chaîne, rien avant elle n’a été modifié.',
    what: 'l’empreinte',
    broken: (place) =>
      `La chaîne est rompue à la place ${place} : une ligne a été modifiée, retirée ou ajoutée. Prévenez la personne qui gère le serveur.`,
    insecure: 'Votre navigateur ne calcule des empreintes que sur des pages en https.',
    stopped: 'Arrêté.',
  },
}

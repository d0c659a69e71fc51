import type { requests as english } from '../en/requests.ts'
import { inSeconds } from './units.ts'

export const requests: typeof english = {
  base_moved: ({ base }) =>
    `L’API v1 n’existe plus. La base de l’API est maintenant ${base}/v2 ; celle de la JSON:API est ${base}/v1/api.`,
  body_ends_early: () => 'Le corps finit trop tôt, ou n’est pas du JSON.',
  body_not_utf8: () => 'Le corps n’est pas en UTF-8.',
  body_slow: () => 'Le corps arrive trop lentement.',
  body_stopped: ({ position }) => `Le corps n’est pas du JSON : la lecture s’est arrêtée à la position ${position}.`,
  body_traps: () => 'Les membres __proto__ et constructor.prototype ne sont pas acceptés.',
  changed_meanwhile: () =>
    'Quelque chose de nécessaire a été modifié ou supprimé au même moment. Relisez-le, puis réessayez.',
  charset: ({ charset }) => `Le jeu de caractères ${charset} n’est pas UTF-8.`,
  content_coding: () => 'Les corps sont acceptés sans Content-Encoding.',
  content_type: ({ type }) => `${type} n’est pas application/json.`,
  content_type_missing: () => 'Content-Type: application/json manque.',
  multipart: () => 'Le corps n’est pas du multipart/form-data qui se termine par sa limite.',
  part_not_json: ({ name }: { name: string }) => `La partie ${name} n’est pas du JSON.`,
  database_changed: ({ says }: { says: string }) =>
    `La base de données n’est plus comme Sealane l’a laissée : ${says}.`,
  database_crowded: () => 'La base de données n’accepte plus de connexions.',
  database_full: () => 'Le disque de la base de données est plein.',
  database_silent: () => 'La base de données ne répond pas.',
  database_unreadable: ({ tables }: { tables: readonly string[] }) =>
    `La base de données n’est plus comme Sealane l’a laissée : les organisations ne peuvent pas lire ${tables.join(', ')}.`,
  database_unavailable: () => 'La base de données ne peut pas répondre pour le moment. Réessayez.',
  failed: () => 'Une erreur s’est produite de notre côté. Donnez l’identifiant de la requête quand vous nous écrivez.',
  headers_large: () => 'L’URL et les en-têtes ne peuvent dépasser 64 Kio ensemble.',
  host_twice: () => 'Envoyez un seul en-tête Host.',
  host_unknown: () =>
    'Ce serveur ne répond pas pour l’hôte demandé. Utilisez l’adresse qui vous a été donnée. La personne qui gère le serveur nomme ses hôtes dans PUBLIC_URL et SEALANE_DOMAIN, et fait transmettre l’en-tête Host par le proxy placé devant.',
  https_no_tls: () =>
    'Utilisez https. Ce serveur a été joint sans TLS : définissez TLS_CERT et TLS_KEY, ou nommez dans TRUSTED_PROXIES le proxy qui termine TLS.',
  https_proxy_plain: () => 'Utilisez https. Le proxy en amont a été joint sans TLS, comme il le dit lui-même.',
  https_proxy_silent: () =>
    'Utilisez https. Le proxy en amont ne dit pas comment il a été joint : faites-lui envoyer X-Forwarded-Proto.',
  https_proxy_unknown: ({ neighbour }) =>
    `Utilisez https. Un proxy inconnu ici a transmis ceci. Si c’est le vôtre, définissez TRUSTED_PROXIES=${neighbour} et redémarrez.`,
  idempotency_key: () => 'Envoyez de 1 à 255 caractères ASCII imprimables sans espaces, de préférence un UUID.',
  json_object: () => 'Envoyez un objet JSON avec Content-Type: application/json.',
  mail_not_sent: ({ refusal }: { refusal: string }) => `Le message n’a pas été envoyé : ${refusal}`,
  maintenance: () => 'Votre organisation est en maintenance. Réessayez plus tard.',
  members_many: ({ limit }: { limit: number }) => `Envoyez au plus ${limit} membres.`,
  method: ({ method, allow }) => `${method} n’est pas l’une de : ${allow}.`,
  metrics_local: () => 'Les métriques ne sont servies qu’à cette machine, sauf si METRICS_TOKEN est défini et envoyé.',
  metrics_token: () => 'Envoyez METRICS_TOKEN par Authorization: Bearer <token>.',
  not_http: () =>
    'Ce n’est pas une requête HTTP : sa méthode, son URL ou un de ses en-têtes enfreint une règle de HTTP.',
  not_in_version: ({ endpoint, since, served }) =>
    `${endpoint} est venu avec la version ${since} ; cette requête est servie en ${served}.`,
  precondition: () => 'L’objet a changé depuis que vous l’avez lu : son ETag n’est pas celui d’If-Match.',
  preview_busy: () => 'Un autre aperçu est en cours. Réessayez dans un instant.',
  query_not_utf8: () => 'Les paramètres contiennent un codage qui n’est pas de l’UTF-8.',
  quota: ({ limit }) => `Le quota de ${limit} requêtes par minute est épuisé.`,
  request_late: () => 'La requête n’est pas arrivée à temps.',
  request_unreadable: () => 'La requête est illisible.',
  unreadable_because: ({ why }) => `La requête est illisible (${why}).`,
  tenant_key: () => 'La clé ou le jeton n’est pas de cette organisation.',
  too_many_streams: ({ most }) => `${most} flux sont déjà ouverts, ce qui est le maximum. Fermez-en d’abord un.`,
  unknown_path: ({ at }) => `Il n’y a rien à ${at}.`,
  unknown_version: ({ version, known }) => `La version ${version} n’existe pas. Versions : ${known.join(', ')}.`,
  url_long: ({ limit }: { limit: number }) => `Une URL peut avoir ${limit} caractères.`,
  wrong_keys: ({ seconds }) =>
    `Trop de clés ou de jetons faux sont venus de votre adresse réseau. Attendez ${inSeconds(seconds)}.`,
  wrong_links: ({ seconds }) =>
    `Trop d’adresses qui ne mènent nulle part sont venues de votre adresse réseau. Attendez ${inSeconds(seconds)}.`,
  form_type: () => 'Seul le formulaire de cette page est accepté ici.',
  form_cross_site: () =>
    'Ce formulaire vient d’un autre site, ou votre navigateur ne dit pas d’où il vient. Ouvrez le lien que vous avez reçu.',
  cookies_missing: () =>
    'Ce navigateur ne garde pas de cookies pour ce site ; il ne peut donc pas signer. Autorisez-les et rouvrez le lien.',
  log_pending: () => 'Cette ligne n’est pas encore dans le journal. Il faut environ une seconde : redemandez.',
  link_limited: ({ seconds }) => `Attendez ${inSeconds(seconds)} et rouvrez le lien.`,
  mail_page_missing: () => 'Il n’y a pas de page à cette adresse. Rouvrez le lien du courrier.',
  parameters_unsigned: () =>
    'L’adresse de ce lien a été modifiée ou coupée. Ouvrez-le comme vous l’avez reçu, ou demandez à qui vous l’a envoyé.',
  way_in_missing: () => 'Ce contrat demande d’abord qui vous êtes. Rouvrez le lien.',
  page_sent_once: () => 'Cette page ne peut pas être renvoyée. Rouvrez le lien.',
  session_missing: () =>
    'Ce navigateur n’a pas de document ouvert ici. Autorisez les cookies pour ce site et rouvrez le lien que vous avez reçu.',
  network_limited: ({ seconds }) =>
    `Trop de requêtes viennent d’arriver de votre réseau. Attendez ${inSeconds(seconds)} et réessayez.`,
}

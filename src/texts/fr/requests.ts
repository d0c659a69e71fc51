import type { requests as english } from '../en/requests.ts'
import { inSeconds } from './units.ts'

export const requests: typeof english = {
  base_moved: ({ base }) =>
    `L’API v1 n’existe plus. La base de l’API est maintenant ${base}/v2 ; celle de la JSON:API est ${base}/v1/api.`,
  body_ends_early: () => 'Le corps finit trop tôt, ou n’est pas du JSON. Envoyez un document JSON complet.',
  body_not_utf8: () => 'Le corps n’est pas en UTF-8. Codez-le en UTF-8.',
  body_slow: () => 'Le corps est arrivé trop lentement. Renvoyez-le par une connexion plus rapide.',
  body_stopped: ({ position }) => `Le corps n’est pas du JSON : la lecture s’est arrêtée à la position ${position}.`,
  body_traps: () => 'Les membres __proto__ et constructor.prototype ne sont pas permis. Retirez-les.',
  changed_meanwhile: () =>
    'Une autre requête a modifié ou supprimé un élément nécessaire à celle-ci. Relisez-le, puis réessayez.',
  charset: ({ charset }) => `Le jeu de caractères ${charset} n’est pas pris en charge. Envoyez le corps en UTF-8.`,
  content_coding: () => 'Content-Encoding n’est pas pris en charge. Envoyez le corps sans lui.',
  content_type: ({ type }) => `Le Content-Type ${type} n’est pas pris en charge. Envoyez application/json.`,
  content_type_missing: () => 'L’en-tête Content-Type manque. Envoyez Content-Type: application/json.',
  multipart: () =>
    'Le corps n’est pas du multipart/form-data complet : il doit se terminer par son séparateur (boundary).',
  part_not_json: ({ name }: { name: string }) => `La partie ${name} n’est pas du JSON.`,
  database_changed: ({ says }: { says: string }) => `La base de données a été modifiée en dehors de Sealane : ${says}.`,
  database_crowded: () => 'La base de données n’accepte plus de connexions.',
  database_full: () => 'Le disque de la base de données est plein.',
  database_silent: () => 'La base de données ne répond pas.',
  database_unreadable: ({ tables }: { tables: readonly string[] }) =>
    `La base de données a été modifiée en dehors de Sealane : son rôle pour les organisations ne peut pas lire ${tables.join(', ')}.`,
  database_unavailable: () => 'La base de données ne peut pas répondre pour le moment. Réessayez.',
  failed: () =>
    'Une erreur s’est produite de notre côté. Citez l’identifiant de la requête quand vous demandez de l’aide.',
  headers_large: () => 'L’URL et les en-têtes peuvent avoir au plus 64 Kio ensemble. Raccourcissez-les.',
  host_twice: () => 'Envoyez un seul en-tête Host.',
  host_unknown: () =>
    'Ce serveur ne répond pas pour cet hôte. Utilisez l’adresse qui vous a été donnée. L’exploitant nomme les hôtes dans PUBLIC_URL et SEALANE_DOMAIN. Un proxy en amont doit transmettre l’en-tête Host.',
  https_no_tls: () =>
    'Utilisez https. Ce serveur a été joint sans TLS : définissez TLS_CERT et TLS_KEY, ou nommez dans TRUSTED_PROXIES le proxy qui termine TLS.',
  https_proxy_plain: () => 'Utilisez https. Le proxy en amont indique qu’il a été joint sans TLS.',
  https_proxy_silent: () =>
    'Utilisez https. Le proxy en amont n’indique pas comment il a été joint. Faites-lui envoyer X-Forwarded-Proto.',
  https_proxy_unknown: ({ neighbour }) =>
    `Utilisez https. Un proxy inconnu a transmis cette requête. Si c’est le vôtre, définissez TRUSTED_PROXIES=${neighbour} et redémarrez le serveur.`,
  idempotency_key: () => 'Envoyez de 1 à 255 caractères ASCII imprimables sans espaces, de préférence un UUID.',
  json_object: () => 'Envoyez un objet JSON avec Content-Type: application/json.',
  mail_not_sent: ({ refusal }: { refusal: string }) => `Le message n’a pas été envoyé : ${refusal}`,
  maintenance: () => 'Votre organisation est en maintenance. Réessayez plus tard.',
  members_many: ({ limit }: { limit: number }) => `Envoyez au plus ${limit} membres.`,
  method: ({ method, allow }) => `La méthode ${method} n’est pas permise ici. Utilisez : ${allow}.`,
  metrics_local: () =>
    'Sans METRICS_TOKEN, seule cette machine peut lire les métriques. Définissez METRICS_TOKEN, et envoyez-le par Authorization: Bearer <token>.',
  metrics_token: () => 'Envoyez METRICS_TOKEN par Authorization: Bearer <token>.',
  not_http: () =>
    'Cette requête n’est pas du HTTP valable : sa méthode, son URL ou l’un de ses en-têtes enfreint une règle de HTTP.',
  not_in_version: ({ endpoint, since, served }) =>
    `${endpoint} existe depuis la version ${since}, mais cette requête utilise la version ${served}.`,
  precondition: () => 'L’objet a changé depuis que vous l’avez lu : son ETag diffère de celui d’If-Match. Relisez-le.',
  preview_busy: () => 'Le serveur prépare un autre aperçu. Réessayez dans un instant.',
  query_not_utf8: () => 'Les paramètres contiennent un codage qui n’est pas de l’UTF-8. Codez-les en UTF-8.',
  quota: ({ limit }) => `Le quota de ${limit} requêtes par minute est épuisé.`,
  request_late: () => 'La requête n’est pas arrivée à temps.',
  request_unreadable: () => 'La requête est illisible.',
  unreadable_because: ({ why }) => `La requête est illisible (${why}).`,
  tenant_key: () => 'La clé ou le jeton appartient à une autre organisation. Utilisez-en un de cette organisation.',
  too_many_streams: ({ most }) => `Vous avez déjà ${most} flux ouverts, ce qui est la limite. Fermez-en d’abord un.`,
  unknown_path: ({ at }) => `Il n’y a rien à ${at}.`,
  unknown_version: ({ version, known }) => `La version ${version} n’existe pas. Versions : ${known.join(', ')}.`,
  url_long: ({ limit }: { limit: number }) => `Une URL peut avoir au plus ${limit} caractères.`,
  wrong_keys: ({ seconds }) =>
    `Votre adresse réseau a envoyé trop de clés ou de jetons faux. Attendez ${inSeconds(seconds)}.`,
  wrong_links: ({ seconds }) =>
    `Votre adresse réseau a demandé trop d’adresses qui n’existent pas. Attendez ${inSeconds(seconds)}.`,
  form_type: () => 'Cette page n’accepte que son propre formulaire. Rouvrez-la et utilisez le formulaire.',
  form_cross_site: () =>
    'Ce formulaire vient d’un autre site, ou votre navigateur cache son origine. Ouvrez le lien que vous avez reçu.',
  cookies_missing: () =>
    'Ce navigateur n’enregistre pas de cookies pour ce site : vous ne pouvez donc pas signer ici. Autorisez les cookies et rouvrez le lien.',
  log_pending: () => 'Cette ligne n’est pas encore dans le journal. Redemandez-la dans une seconde.',
  link_limited: ({ seconds }) => `Attendez ${inSeconds(seconds)} et rouvrez le lien.`,
  mail_page_missing: () => 'Il n’y a pas de page à cette adresse. Rouvrez le lien de l’e-mail.',
  parameters_unsigned: () =>
    'L’adresse de ce lien a été modifiée ou coupée. Ouvrez le lien exactement comme vous l’avez reçu, ou adressez-vous à l’expéditeur.',
  way_in_missing: () => 'Ce document demande d’abord qui vous êtes. Rouvrez le lien.',
  page_sent_once: () => 'Cette page ne peut pas être renvoyée. Rouvrez le lien.',
  session_missing: () =>
    'Ce navigateur n’a pas de document ouvert ici. Autorisez les cookies pour ce site et rouvrez le lien que vous avez reçu.',
  network_limited: ({ seconds }) =>
    `Votre réseau vient d’envoyer trop de requêtes. Attendez ${inSeconds(seconds)} et réessayez.`,
}

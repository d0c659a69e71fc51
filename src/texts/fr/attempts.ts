import type { attempts as english } from '../en/attempts.ts'
import { destinations } from './destinations.ts'
import { inSeconds } from './units.ts'

export const attempts: typeof english = {
  answer_headers_large: () => 'Les en-têtes de la réponse sont trop grands.',
  answer_late: ({ seconds }) => `Il n’y a pas eu de réponse complète en ${inSeconds(seconds)}.`,
  answer_too_large: () => 'Le destinataire envoie plus qu’une réponse ne demande.',
  connection_late: () => 'Le destinataire n’a pas accepté la connexion à temps.',
  connection_lost: ({ code }) => `La connexion avec le destinataire a échoué${code ? ` (${code})` : ''}.`,
  connection_refused: () => 'Le destinataire a refusé la connexion.',
  connection_reset: () => 'Le destinataire a interrompu la connexion.',
  ...destinations,
  gone: () => 'Le destinataire a répondu 410 Gone ; le webhook est désactivé.',
  name_not_found: () => 'Le nom du destinataire n’a pas d’adresse.',
  name_not_resolved: () => 'Le nom du destinataire ne peut pas être résolu.',
  no_token: () => 'Le serveur OAuth n’a pas donné de jeton.',
  no_way: () => 'Aucun chemin ne mène au destinataire.',
  our_fault: () => 'Sealane n’a pas pu faire cet essai ; la faute est de notre côté et figure dans le journal.',
  protocol: ({ code }) => `Le destinataire ne parle pas correctement HTTP/1.1 (${code}).`,
  proxy_refused: () => 'Le proxy sortant (WEBHOOK_PROXY) n’établit pas de connexion avec le destinataire.',
  proxy_unreachable: () => 'Le proxy sortant (WEBHOOK_PROXY) est injoignable.',
  redirect: ({ status }) => `Le destinataire a répondu ${status} ; les redirections ne sont pas suivies.`,
  status: ({ status }) => `Le destinataire a répondu ${status} ; seul un code 2xx est un succès.`,
  tls: ({ code }) => `Il n’y a pas de connexion TLS de confiance avec le destinataire (${code}).`,
}

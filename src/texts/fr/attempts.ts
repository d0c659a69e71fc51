import type { attempts as english } from '../en/attempts.ts'
import { destinations } from './destinations.ts'
import { inSeconds } from './units.ts'

export const attempts: typeof english = {
  answer_headers_large: () => 'Les en-têtes de la réponse sont trop grands.',
  answer_late: ({ seconds }) => `Il n’y a pas eu de réponse complète en ${inSeconds(seconds)}.`,
  answer_too_large: () => 'La réponse du destinataire est trop grande.',
  connection_late: () => 'Le destinataire n’a pas accepté la connexion à temps.',
  connection_lost: ({ code }) => `La connexion avec le destinataire a échoué${code ? ` (${code})` : ''}.`,
  connection_refused: () => 'Le destinataire a refusé la connexion.',
  connection_reset: () => 'Le destinataire a fermé la connexion avant la fin de sa réponse.',
  ...destinations,
  gone: () => 'Le destinataire a répondu 410 Gone ; le webhook est désactivé.',
  name_not_found: () => 'Le nom du destinataire n’a pas d’adresse.',
  name_not_resolved: () => 'La recherche DNS du nom du destinataire a échoué.',
  no_token: () => 'Le point d’accès OAuth n’a pas donné de jeton.',
  no_way: () => 'Aucune route du réseau ne mène au destinataire.',
  our_fault: () => 'Sealane n’a pas pu faire cet essai. La faute est de notre côté ; le journal du serveur l’explique.',
  protocol: ({ code }) => `Le destinataire ne parle pas correctement HTTP/1.1 (${code}).`,
  proxy_refused: () => 'Le proxy sortant (WEBHOOK_PROXY) ne se connecte pas au destinataire.',
  proxy_unreachable: () => 'Le proxy sortant (WEBHOOK_PROXY) est injoignable.',
  redirect: ({ status }) => `Le destinataire a répondu ${status} ; les redirections ne sont pas suivies.`,
  status: ({ status }) => `Le destinataire a répondu ${status} ; seul un code 2xx est un succès.`,
  tls: ({ code }) => `Aucune connexion TLS de confiance n’a pu être établie avec le destinataire (${code}).`,
}

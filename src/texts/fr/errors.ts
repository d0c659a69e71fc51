import type { errors as english } from '../en/errors.ts'
import { sealReasons } from './seal-reasons.ts'
import { inCodes, inMinutes, inReminders, inSeconds } from './units.ts'

const nouns: Record<string, string> = {
  agreement: 'Ce document',
  agreement_link: 'Ce lien de document',
  api_credential: 'Ce jeton d’accès',
  api_key: 'Cette clé d’API',
  consent: 'Ce consentement',
  event: 'Cet événement',
  invitation: 'Cette invitation',
  log: 'Ce journal',
  log_tile: 'Cette partie du journal',
  export: 'Cet export',
  recovery: 'Cette reprise',
  role: 'Ce rôle',
  saved_view: 'Cette vue',
  signer: 'Ce signataire',
  submission: 'Cette signature en cours',
  subject: 'Cette personne',
  user: 'Cet utilisateur',
  verification: 'Cette vérification',
  webhook: 'Ce webhook',
}

export const errors: typeof english = {
  address_missing: () =>
    'Nous ne connaissons pas d’adresse e-mail de vous pour ce document. Demandez un nouveau lien à qui vous l’a envoyé.',
  agreement_archived: () => 'Ce document est archivé et ne peut pas être modifié.',
  agreement_archived_for_good: () => 'Ce document est archivé pour de bon. Créez-en un nouveau.',
  agreement_archived_links: () => 'Ce document est archivé : il n’accepte plus de liens.',
  agreement_in_use: () =>
    'Quelqu’un l’a déjà ouvert, et ce qui lui a été montré est conservé. Archivez-le, ou désactivez le lien.',
  agreement_link_expired: () => 'Ce lien a expiré. Demandez-en un nouveau à qui vous l’a envoyé.',
  agreement_link_inactive: () => 'Ce lien est désactivé. Demandez-en un nouveau à qui vous l’a envoyé.',
  already_member: ({ email }) => `${email} est déjà membre de cette organisation.`,
  bulk_send_begun: () => 'Des soumissions en ont déjà été faites, ou sont en train de l’être. Arrêtez-le plutôt.',
  bulk_send_emptied: () =>
    'Ce qui restait de ce fichier n’est plus conservé. Envoyez un fichier avec les lignes qui manquent.',
  bulk_send_unfit: () =>
    'L’accord a changé, et les lignes ne lui conviennent plus. Envoyez de nouveau un fichier avec les lignes qui manquent.',
  consent_missing: ({ kinds }) =>
    `Cette personne n’a pas consenti à : ${kinds.join(', ')}. Sans cela, la vérification ne doit pas être commandée.`,
  cross_site: () =>
    'Cette requête vient d’un autre site, ou votre navigateur ne dit pas d’où. Ouvrez la page sur ce serveur et réessayez.',
  export_failed: () => 'Cet export a échoué et n’a pas de fichier. Il en indique lui-même la raison.',
  export_gone: () => 'Le fichier de cet export n’est plus conservé. Exportez la liste de nouveau.',
  export_not_allowed: () => 'Vous ne pouvez plus lire cette liste : son export est terminé.',
  export_running: () => 'Cet export est encore en cours d’écriture. Redemandez-le quand il sera terminé.',
  export_unfit: () => 'La liste n’accepte plus ces filtres ou cet ordre. Exportez-la de nouveau.',
  document_being_made: () => 'Tout le monde a signé, et le document est en préparation. Réessayez dans un instant.',
  document_lost: () => 'Le document de cette signature est introuvable.',
  document_never_declined: () => 'La signature a été refusée : il n’y aura pas de document.',
  document_never_expired: () => 'Le document n’a pas été signé à temps : il n’y aura pas de document final.',
  document_never_voided: () => 'La signature a été annulée : il n’y aura pas de document.',
  agreement_without_file: () => 'Cet accord est fait d’un texte et non d’un PDF : sa source est le texte.',
  document_not_made: () => 'Le document final n’est pas encore là. Il est préparé une fois que tout le monde a signé.',
  document_pending: () =>
    'Un document que cette personne a signé est en préparation. Effacez-la ensuite, dans une minute environ.',
  document_removed: ({ day }) =>
    `Le document a été supprimé le ${day} : la durée de conservation de ces documents était écoulée.`,
  document_tampered: () =>
    'Le document n’est pas celui qui a été achevé : il a été modifié là où il est stocké. Prévenez l’exploitant de ce serveur.',
  document_unsigned: () => 'Personne n’a encore signé : le document est préparé une fois que tout le monde l’a fait.',
  document_waiting: () => 'Tout le monde n’a pas encore signé : le document est préparé ensuite.',
  form_outdated: () =>
    'Cette page est plus ancienne que ce qui s’est passé depuis. Rien n’en a été fait. Continuez là où vous en êtes.',
  idempotency_in_flight: () =>
    'Une requête avec cet Idempotency-Key est encore en cours. Renvoyez la même requête dans un instant.',
  idempotency_mismatch: () =>
    'Cet Idempotency-Key a déjà servi à une autre requête. Utilisez une nouvelle clé pour chaque opération.',
  invitation_expired: () => 'Le délai de cette invitation est passé. Invitez la personne de nouveau.',
  mails_are_sent: () =>
    'Ce serveur envoie des courriels : le lien est dans le courriel destiné à la personne et n’est montré à personne d’autre. Renvoyez l’invitation si elle n’est pas arrivée.',
  invitation_ended: () => 'La personne a déjà répondu.',
  recipient_not_found: () =>
    'Ce lien ne fonctionne plus. Faites enregistrer le webhook de nouveau : un nouveau lien sera envoyé.',
  invitation_not_open: () =>
    'Cette invitation n’est plus ouverte : elle a reçu une réponse, a été retirée, ou son délai est passé. Demandez-en une autre.',
  invitation_used: () =>
    'Cette invitation a été ouverte dans un autre navigateur. Continuez là-bas, ou faites-vous envoyer un code.',
  invited_too_often: ({ email, times }) => `${email} a été invité ${times} fois en une heure. Réessayez plus tard.`,
  last_admin: () => 'Une organisation a besoin d’un administrateur actif. Nommez-en d’abord un autre.',
  name_of_another: () => 'Seule la personne elle-même peut changer son nom.',
  not_a_member: ({ slug }) => `Vous n’êtes pas membre d’une organisation ${slug}, ou il n’y en a pas de ce nom.`,
  not_found: ({ noun }) => `${nouns[noun] ?? 'Cet élément'} n’existe pas dans votre organisation.`,
  not_here: ({ noun }) => `${nouns[noun] ?? 'Ce que vous cherchez'} n’existe pas ici.`,
  order_turn: () => 'D’autres signent d’abord. Rouvrez cette page quand ce sera votre tour.',
  organization_unnamed: () =>
    'Nommez l’organisation dans l’en-tête Sealane-Organization, par son slug ; sur l’hôte d’une organisation, aucune autre.',
  passkey_refused: () =>
    'La clé d’accès n’a pas été gardée : l’appareil n’a pas vérifié que c’est vous, ou la demande est trop ancienne. Réessayez.',
  permission_missing: ({ permission }) => `Il faut pour cela la permission ${permission}, que votre rôle n’a pas.`,
  permission_not_held: ({ permission }) =>
    `Ceci accorde la permission ${permission}, que votre rôle n’a pas. Adressez-vous à quelqu’un qui l’a.`,
  person_known: ({ email }) => `${email} est déjà connu sur ce serveur. Invitez cette personne.`,
  person_not_found: () => 'Cette personne n’existe pas dans votre organisation.',
  provider_none: ({ type }) =>
    `Personne n’effectue encore ${type} ici. L’exploitant de ce serveur doit d’abord activer un prestataire.`,
  provider_unknown: ({ type, able }) =>
    `Aucun prestataire de ce nom n’effectue ${type} ici. Ceux qui le font : ${able.join(', ')}.`,
  recovery_ended: ({ state }) => `Cette reprise est déjà ${state}.`,
  recovery_running: () => 'Une reprise de ce webhook est en cours. Attendez, ou annulez-la.',
  reply_erased: () =>
    'Cette requête a déjà été faite. Sa réponse parlait d’une personne effacée depuis, et n’est pas conservée.',
  reset_not_open: () => 'Ce lien a déjà servi, a expiré, ou est incomplet. Demandez-en un nouveau.',
  review_claimed: () => 'Une autre personne examine cette vérification en ce moment.',
  no_review_waits: () => 'Aucune vérification n’attend de décision sans que quelqu’un l’examine déjà.',
  review_not_needed: () => 'Cette vérification n’attend pas de décision.',
  role_builtin: ({ name }) => `Le rôle ${name} est intégré et reste.`,
  role_in_use: ({ name }) => `Quelqu’un a le rôle ${name} : donnez-lui-en un autre.`,
  role_missing: ({ role }) => `Il n’y a pas de rôle ${role} dans cette organisation.`,
  saved_view_name_taken: ({ name }) => `Vous avez déjà une vue ${name} de cette liste. Choisissez un autre nom.`,
  role_name_taken: ({ name }) => `Il y a déjà un rôle ${name}. Choisissez un autre nom.`,
  session_ended: () => 'Votre session est terminée. Connectez-vous de nouveau.',
  sign_in_again: () =>
    'Confirmez que c’est bien vous : entrez votre mot de passe ou utilisez votre clé d’accès, puis réessayez.',
  server_admin_required: () => 'Seuls ceux qui exploitent ce serveur peuvent faire cela.',
  set_up_not_open: () =>
    'Ce serveur est déjà configuré, ou le lien est incomplet. Son exploitant l’affiche avec : npm run sealane -- set-up',
  slug_taken: ({ slug }) => `Le slug ${slug} est déjà utilisé. Choisissez-en un autre.`,
  step_not_reached: () => 'Quelque chose avant cette étape n’est pas encore fait.',
  subject_erased: () => 'Les données personnelles de cette personne ont été effacées. Commandez de nouveau.',
  submission_closed: () => 'Ce document ne peut plus être signé. Demandez un nouveau lien à qui vous l’a envoyé.',
  seal_not_ready: ({ reason }) =>
    `Rien n’est publié pour le moment, car ce qui est signé ne pourrait pas être scellé : ${sealReasons[reason]}.`,
  submission_completed: () => 'Tout le monde a signé ce document : il reste.',
  address_unknown: () => 'Aucune adresse e-mail de cette personne n’est connue. Donnez-en une d’abord.',
  delegation_not_allowed: () => 'L’expéditeur n’a pas permis de transmettre ce document. Demandez-le-lui.',
  signer_has_acted: () => 'Cette personne a déjà fait sa part ; cela reste.',
  signer_waits: () => 'Ce n’est pas le tour de cette personne.',
  submission_ended: ({ status }) => `Cette signature est déjà close (${status}).`,
  submission_signed: () => 'Vous avez déjà signé ce document.',
  reminded_too_often: ({ times, minutes }) =>
    `Cette personne a reçu ${inReminders(times)} en une heure. Réessayez dans ${inMinutes(minutes)}.`,
  too_many_mails: ({ minutes }) =>
    `De très nombreux courriels ont été envoyés par ce lien. Réessayez dans ${inMinutes(minutes)}, ou demandez votre propre lien à qui vous l’a envoyé.`,
  too_many_codes: ({ codes, minutes }) =>
    `Nous avons envoyé ${inCodes(codes)} en une heure. Utilisez le dernier, ou demandez-en un dans ${inMinutes(minutes)}.`,
  too_many_invitations: ({ most }) =>
    `Une organisation envoie au plus ${most} invitations par jour. Réessayez plus tard.`,
  too_many_sign_ins: ({ seconds }) => `Trop d’essais de connexion. Attendez ${inSeconds(seconds)} et réessayez.`,
  too_many_exports: ({ most }) =>
    `Au plus ${most} de vos exports s’écrivent à la fois. Attendez que l’un soit terminé, ou arrêtez-en un.`,
  too_many_saved_views: ({ most }) => `Chacun a au plus ${most} vues enregistrées. Supprimez-en d’abord une.`,
  too_many_webhooks: ({ most }) => `Une organisation a au plus ${most} webhooks. Supprimez-en d’abord un.`,
  two_factor_on: () => 'Les codes d’une application sont déjà activés. Désactivez-les d’abord.',
  unauthenticated: () => 'La clé ou le jeton manque, est inconnu, a expiré ou a été révoqué.',
  user_required: () => 'Les jetons d’accès appartiennent à une personne : connectez-vous comme telle.',
  verification_closed: ({ status }) => `Cette vérification est déjà close (${status}).`,
  verification_is_scan: () => 'C’est une partie d’une vérification. Annulez la vérification entière.',
  webhook_disabled: () => 'Le webhook est désactivé. Mettez d’abord service_status à true.',
  wrong_code: () => 'Le code est incorrect, ou a déjà servi. Saisissez celui que votre application affiche maintenant.',
  wrong_passkey: () =>
    'Cette clé d’accès n’est pas connue ici, ou votre appareil n’a pas vérifié que c’est vous. Connectez-vous autrement.',
  wrong_email_or_password: () => 'L’adresse e-mail ou le mot de passe est incorrect.',
  wrong_password: () => 'Le mot de passe est incorrect.',
  your_turn: () => 'Ce n’est pas encore votre tour.',
}

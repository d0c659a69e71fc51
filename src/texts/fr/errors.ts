import type { errors as english } from '../en/errors.ts'
import { sealReasons } from './seal-reasons.ts'
import { inCodes, inMinutes, inReminders, inSeconds } from './units.ts'

const nouns: Record<string, string> = {
  agreement: 'Cet accord',
  agreement_link: 'Ce lien d’accord',
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
  submission: 'Cette soumission',
  subject: 'Cette personne',
  user: 'Cet utilisateur',
  verification: 'Cette vérification',
  webhook: 'Ce webhook',
}

export const errors: typeof english = {
  address_missing: () =>
    'Nous n’avons pas votre adresse e-mail pour ce document. Demandez un nouveau lien à l’expéditeur.',
  agreement_archived: () => 'Cet accord est archivé et ne peut pas être modifié. Créez-en un nouveau.',
  agreement_archived_for_good: () => 'Cet accord est archivé définitivement. Créez-en un nouveau.',
  agreement_archived_links: () => 'Cet accord est archivé et ne peut plus avoir de liens. Créez un nouvel accord.',
  agreement_in_use: () =>
    'Quelqu’un a déjà ouvert cet accord, et Sealane conserve ce qui lui a été montré. Archivez l’accord, ou désactivez le lien.',
  agreement_link_expired: () => 'Ce lien a expiré. Demandez-en un nouveau à l’expéditeur.',
  agreement_link_inactive: () => 'Ce lien est désactivé. Demandez-en un nouveau à l’expéditeur.',
  already_member: ({ email }) => `${email} est déjà membre de cette organisation.`,
  bulk_send_begun: () => 'Cet envoi en nombre a déjà créé des soumissions, ou en crée en ce moment. Arrêtez-le plutôt.',
  bulk_send_emptied: () =>
    'Les lignes restantes de ce fichier ne sont plus conservées. Envoyez un fichier avec les lignes manquantes.',
  bulk_send_unfit: () =>
    'L’accord a changé, et les lignes du fichier ne lui conviennent plus. Envoyez un nouveau fichier avec les lignes manquantes.',
  consent_missing: ({ kinds }) =>
    `Cette personne n’a pas consenti à : ${kinds.join(', ')}. Enregistrez ces consentements avant de commander la vérification.`,
  cross_site: () =>
    'Cette requête vient d’un autre site, ou votre navigateur cache son origine. Ouvrez la page sur ce serveur et réessayez.',
  export_failed: () => 'Cet export a échoué et n’a pas de fichier. Lisez l’export pour en connaître la raison.',
  export_gone: () => 'Le fichier de cet export n’est plus conservé. Exportez la liste de nouveau.',
  export_not_allowed: () => 'Vous n’avez plus le droit de lire cette liste : son export est terminé.',
  export_running: () => 'Le serveur écrit encore cet export. Redemandez-le quand il sera terminé.',
  export_unfit: () => 'La liste n’accepte plus ces filtres ou cet ordre. Exportez-la de nouveau.',
  document_being_made: () =>
    'Tout le monde a signé cette soumission, et le serveur prépare son document. Réessayez dans un instant.',
  document_lost: () => 'Le document de cette soumission manque. Prévenez l’exploitant de ce serveur.',
  document_never_declined: () => 'Cette soumission a été refusée : elle n’a pas de document.',
  document_never_expired: () => 'Cette soumission n’a pas été signée à temps : elle n’a pas de document.',
  document_never_voided: () => 'Cette soumission a été annulée : elle n’a pas de document.',
  agreement_without_file: () => 'Cet accord a un texte et pas de PDF. Lisez son texte dans source.',
  document_not_made: () =>
    'Le document final n’existe pas encore. Le serveur le prépare une fois que tout le monde a signé.',
  document_pending: () =>
    'Le serveur prépare encore un document que cette personne a signé. Effacez la personne dans une minute environ.',
  document_removed: ({ day }) => `Le document a été supprimé le ${day}, car sa durée de conservation était écoulée.`,
  document_tampered: () =>
    'Le document stocké a été modifié après avoir été achevé. Prévenez l’exploitant de ce serveur.',
  document_unsigned: () =>
    'Personne n’a encore signé cette soumission. Le serveur prépare son document une fois que tout le monde a signé.',
  document_waiting: () =>
    'Tout le monde n’a pas encore signé cette soumission. Le serveur prépare son document une fois que tout le monde a signé.',
  form_outdated: () => 'Cette page n’est plus à jour : rien n’a été fait. Continuez là où vous en étiez.',
  idempotency_in_flight: () =>
    'Une requête avec cet Idempotency-Key est encore en cours. Renvoyez la même requête dans un instant.',
  idempotency_mismatch: () =>
    'Une autre requête a déjà utilisé cet Idempotency-Key. Utilisez une nouvelle clé pour chaque opération.',
  invitation_expired: () => 'Cette invitation a expiré. Invitez la personne de nouveau.',
  mails_are_sent: () =>
    'Ce serveur envoie des e-mails : seule la personne reçoit donc le lien. Renvoyez l’invitation si elle n’est pas arrivée.',
  invitation_ended: () => 'La personne a déjà répondu à cette invitation.',
  recipient_not_found: () =>
    'Ce lien ne fonctionne plus. Demandez que le webhook soit enregistré de nouveau ; vous recevrez alors un nouveau lien.',
  invitation_not_open: () =>
    'Cette invitation n’est pas ouverte : elle a reçu une réponse, a été retirée, ou a expiré. Demandez-en une autre.',
  invitation_used: () =>
    'Cette invitation a été ouverte dans un autre navigateur. Continuez dans cet autre navigateur, ou demandez un code.',
  invited_too_often: ({ email, times }) => `${email} a été invité ${times} fois en une heure. Réessayez plus tard.`,
  last_admin: () =>
    'Une organisation a besoin d’un administrateur actif. Nommez d’abord une autre personne administrateur.',
  name_of_another: () => 'Chacun change son propre nom. Demandez à cette personne de le changer.',
  not_a_member: ({ slug }) => `L’organisation ${slug} n’existe pas, ou vous n’en êtes pas membre.`,
  not_found: ({ noun }) => `${nouns[noun] ?? 'Cet élément'} n’existe pas dans votre organisation.`,
  not_here: ({ noun }) => `${nouns[noun] ?? 'Ce que vous cherchez'} n’existe pas ici.`,
  order_turn: () => 'D’autres personnes signent d’abord. Rouvrez cette page quand ce sera votre tour.',
  organization_unnamed: () =>
    'Nommez le slug de l’organisation dans l’en-tête Sealane-Organization. Sur l’hôte d’une organisation, n’en nommez pas d’autre.',
  passkey_refused: () =>
    'La clé d’accès n’a pas été enregistrée : votre appareil n’a pas vérifié que c’est vous, ou la demande est trop ancienne. Réessayez.',
  permission_missing: ({ permission }) =>
    `Ceci exige la permission ${permission}, que votre rôle n’a pas. Demandez-la à un administrateur.`,
  permission_not_held: ({ permission }) =>
    `Ceci accorde la permission ${permission}, que votre rôle n’a pas. Adressez-vous à quelqu’un qui l’a.`,
  person_known: ({ email }) => `${email} a déjà un compte sur ce serveur. Invitez cette personne.`,
  person_not_found: () => 'Cette personne n’existe pas dans votre organisation.',
  provider_none: ({ type }) =>
    `Aucun prestataire n’effectue encore ${type} ici. L’exploitant de ce serveur doit d’abord activer un prestataire.`,
  provider_unknown: ({ type, able }) =>
    `Ce prestataire n’effectue pas ${type} ici. Prestataires qui l’effectuent : ${able.join(', ')}.`,
  recovery_ended: ({ state }) => `Cette reprise est déjà ${state}.`,
  recovery_running: () => 'Une reprise de ce webhook est en cours. Attendez sa fin, ou annulez-la.',
  reply_erased: () =>
    'Cette requête a déjà réussi. Sa réponse décrivait une personne qui a été effacée depuis : elle n’est plus conservée.',
  reset_not_open: () => 'Ce lien a déjà servi, a expiré, ou est incomplet. Demandez-en un nouveau.',
  review_claimed: () =>
    'Une autre personne examine cette vérification en ce moment. Attendez qu’elle décide ou la rende.',
  no_review_waits: () => 'Aucune vérification n’attend de décision, ou chacune est déjà examinée.',
  review_not_needed: () => 'Cette vérification n’attend pas de décision.',
  role_builtin: ({ name }) =>
    `Le rôle ${name} est intégré et ne peut être ni modifié ni supprimé. Créez votre propre rôle.`,
  role_in_use: ({ name }) =>
    `Une personne, une clé ou une invitation a le rôle ${name}. Donnez-lui d’abord un autre rôle.`,
  role_missing: ({ role }) => `Il n’y a pas de rôle ${role} dans cette organisation.`,
  saved_view_name_taken: ({ name }) => `Vous avez déjà une vue ${name} de cette liste. Choisissez un autre nom.`,
  role_name_taken: ({ name }) => `Un rôle ${name} existe déjà. Choisissez un autre nom.`,
  session_ended: () => 'Votre session est terminée. Connectez-vous de nouveau.',
  sign_in_again: () =>
    'Confirmez que c’est bien vous : entrez votre mot de passe ou utilisez votre clé d’accès, puis réessayez.',
  server_admin_required: () => 'Seuls les exploitants de ce serveur peuvent faire cela.',
  set_up_not_open: () =>
    'Ce serveur est déjà configuré, ou le lien est incomplet. L’exploitant affiche le lien avec : npm run sealane -- set-up',
  slug_taken: ({ slug }) => `Le slug ${slug} est déjà utilisé. Choisissez-en un autre.`,
  step_not_reached: () => 'Vous n’avez pas terminé une étape précédente. Revenez à cette étape.',
  subject_erased: () =>
    'Les données personnelles de cette personne ont été effacées. Commandez pour une nouvelle personne.',
  submission_closed: () => 'Ce document ne peut plus être signé. Demandez un nouveau lien à l’expéditeur.',
  seal_not_ready: ({ reason }) =>
    `Rien ne peut être publié pour le moment, car le serveur ne pourrait pas sceller les documents signés : ${sealReasons[reason]}.`,
  submission_completed: () => 'Tout le monde a signé cette soumission : elle ne peut plus être modifiée.',
  address_unknown: () => 'Cette personne n’a pas encore d’adresse e-mail. Donnez-en une d’abord.',
  delegation_not_allowed: () => 'L’expéditeur ne permet pas de transmettre ce document. Adressez-vous à l’expéditeur.',
  signer_has_acted: () => 'Cette personne a déjà fait sa part, qui ne peut plus être modifiée.',
  signer_waits: () => 'Ce n’est pas le tour de cette personne. Attendez que toutes les précédentes aient agi.',
  submission_ended: ({ status }) => `Cette soumission est déjà close (${status}).`,
  submission_signed: () => 'Vous avez déjà signé ce document.',
  reminded_too_often: ({ times, minutes }) =>
    `Cette personne a reçu ${inReminders(times)} en une heure. Réessayez dans ${inMinutes(minutes)}.`,
  too_many_mails: ({ minutes }) =>
    `Trop d’e-mails ont été envoyés par ce lien. Réessayez dans ${inMinutes(minutes)}, ou demandez votre propre lien à l’expéditeur.`,
  too_many_codes: ({ codes, minutes }) =>
    `Nous avons envoyé ${inCodes(codes)} en une heure. Utilisez le dernier, ou demandez-en un dans ${inMinutes(minutes)}.`,
  too_many_invitations: ({ most }) =>
    `Une organisation envoie au plus ${most} invitations par jour. Réessayez plus tard.`,
  too_many_sign_ins: ({ seconds }) =>
    `Vous avez essayé trop souvent de vous connecter. Attendez ${inSeconds(seconds)} et réessayez.`,
  too_many_exports: ({ most }) =>
    `Vous pouvez avoir au plus ${most} exports en cours à la fois. Attendez que l’un soit terminé, ou arrêtez-en un.`,
  too_many_saved_views: ({ most }) => `Vous pouvez avoir au plus ${most} vues enregistrées. Supprimez-en d’abord une.`,
  too_many_webhooks: ({ most }) => `Une organisation peut avoir au plus ${most} webhooks. Supprimez-en d’abord un.`,
  two_factor_on: () => 'Vous utilisez déjà les codes d’une application. Désactivez-les d’abord.',
  unauthenticated: () => 'La clé ou le jeton manque, est inconnu, a expiré ou a été révoqué.',
  user_required: () =>
    'Les jetons d’accès appartiennent à une personne. Utilisez le jeton ou la session d’une personne.',
  verification_closed: ({ status }) => `Cette vérification est déjà close (${status}).`,
  verification_is_scan: () =>
    'C’est un examen (scan), qui fait partie d’une vérification. Annulez la vérification entière.',
  webhook_disabled: () => 'Le webhook est désactivé. Mettez d’abord service_status à true.',
  wrong_code: () =>
    'Le code est incorrect ou a déjà servi. Saisissez le code que votre application affiche maintenant.',
  wrong_passkey: () =>
    'Ce serveur ne connaît pas cette clé d’accès, ou votre appareil n’a pas vérifié que c’est vous. Connectez-vous autrement.',
  wrong_email_or_password: () =>
    'L’adresse e-mail ou le mot de passe est incorrect. Vérifiez les deux, ou choisissez un nouveau mot de passe.',
  wrong_password: () => 'Le mot de passe est incorrect.',
  your_turn: () => 'Ce n’est pas encore votre tour. Rouvrez cette page plus tard.',
}

import { nounWords } from '../speech.ts'
import { type SealReason, sealReasons } from './seal-reasons.ts'
import { inCodes, inMinutes, inSeconds, inTimes } from './units.ts'

type Status = { status: string }

/** Sentences for errors of core, by code. */
export const errors = {
  address_missing: () => 'We know no e-mail address of yours for this agreement. Ask whoever sent it for a new link.',
  agreement_archived: () => 'This agreement is archived and cannot be changed.',
  agreement_archived_for_good: () => 'This agreement is archived for good. Make a new one.',
  agreement_archived_links: () => 'This agreement is archived: it takes no more links.',
  agreement_in_use: () =>
    'Somebody has opened this already, and what they were shown is kept. Archive it, or turn the link off.',
  agreement_link_expired: () => 'This link has expired. Ask whoever sent it for a new one.',
  agreement_link_inactive: () => 'This link is turned off. Ask whoever sent it for a new one.',
  already_member: ({ email }: { email: string }) => `${email} is a member of this organization already.`,
  bulk_send_begun: () => 'Submissions were made of it already, or are being made. Stop it instead.',
  bulk_send_emptied: () => 'What was left of this file is kept no more. Send a file with the rows that are missing.',
  bulk_send_unfit: () =>
    'The agreement has changed, and its rows fit it no more. Send a file anew with the rows that are missing.',
  consent_missing: ({ kinds }: { kinds: readonly string[] }) =>
    `This person has not consented to: ${kinds.join(', ')}. Without it the verification must not be ordered.`,
  cross_site: () =>
    'This came from another site, or your browser does not say from where. Open the page on this server and try again.',
  export_failed: () => 'This export failed, and has no file. What it says of itself tells why.',
  export_gone: () => 'The file of this export is kept no more. Export the list again.',
  export_not_allowed: () => 'You may read this list no more, so its export has ended.',
  export_running: () => 'This export is still being written. Ask again when it is done.',
  export_unfit: () => 'The list takes these filters or this order no more. Export it again.',
  document_being_made: () =>
    'Everybody has signed this submission, and its document is being made. Ask again in a moment.',
  document_lost: () => 'The document of this submission cannot be found.',
  document_never_declined: () => 'This submission was declined, so there will be no document of it.',
  document_never_expired: () => 'This submission was not signed in time, so there will be no document of it.',
  document_never_voided: () => 'This submission was called back, so there will be no document of it.',
  agreement_without_file: () => 'This agreement is made of a text, not of a PDF: its source is the text.',
  document_not_made: () => 'The finished document is not there yet. It is made once everybody has signed.',
  document_pending: () =>
    'A document that this person has signed is being finished. Erase them once it is, in a minute or so.',
  document_removed: ({ day }: { day: string }) =>
    `The document was removed on ${day}: the time for which such documents are kept was over.`,
  document_tampered: () =>
    'The document is not the one that was finished: it was changed where it is stored. Tell whoever runs this server.',
  document_unsigned: () => 'Nobody has signed this submission yet: its document is made once everybody has.',
  document_waiting: () => 'Not everybody has signed this submission yet: its document is made once they have.',
  form_outdated: () =>
    'This page is older than what has happened since. Nothing was done with it. Go on where you stand.',
  idempotency_in_flight: () =>
    'A request with this Idempotency-Key is still running. Send the same request again in a moment.',
  idempotency_mismatch: () =>
    'This Idempotency-Key came with another request before. Use a new key for each operation.',
  invitation_expired: () => 'The time of this invitation is over. Invite the person again.',
  mails_are_sent: () =>
    'This server sends mail: the link is in the mail to the person, and is shown to nobody else. Send the invitation again if it did not arrive.',
  invitation_ended: () => 'The person has answered already.',
  recipient_not_found: () => 'This link does not work any more. Have the webhook saved again: then a new one is sent.',
  invitation_not_open: () =>
    'This invitation is not open: it was answered or taken back, or its time is over. Ask for another.',
  invitation_used: () => 'This invitation was opened in another browser. Go on there, or have a code sent to you.',
  invited_too_often: ({ email, times }: { email: string; times: number }) =>
    `${email} was invited ${inTimes(times)} within an hour. Try again later.`,
  last_admin: () => 'An organization needs an active admin. Make another first.',
  name_of_another: () => 'Only the person may change their own name.',
  not_a_member: ({ slug }: { slug: string }) =>
    `You are not a member of an organization ${slug}, or there is none of that name.`,
  not_found: ({ noun }: { noun: string }) => `There is no such ${nounWords(noun)} in your organization.`,
  not_here: ({ noun }: { noun: string }) => `There is no such ${nounWords(noun)} here.`,
  order_turn: () => 'Others sign first. Open this again when it is your turn.',
  organization_unnamed: () =>
    'Name the organization in the header Sealane-Organization, by its slug; on the host of an organization, no other.',
  passkey_refused: () =>
    'The passkey was not kept: the device has not checked that it is you, or it was asked too long ago. Try again.',
  permission_missing: ({ permission }: { permission: string }) =>
    `This needs the permission ${permission}, which your role does not have.`,
  permission_not_held: ({ permission }: { permission: string }) =>
    `This grants the permission ${permission}, which your role does not have. Ask somebody who has it.`,
  person_known: ({ email }: { email: string }) => `${email} is known on this server already. Invite them.`,
  person_not_found: () => 'There is no such person in your organization.',
  provider_none: ({ type }: { type: string }) =>
    `Nobody performs ${type} here yet. Whoever runs this server must turn a provider on first.`,
  provider_unknown: ({ type, able }: { type: string; able: readonly string[] }) =>
    `No such provider performs ${type} here. Those that do: ${able.join(', ')}.`,
  recovery_ended: ({ state }: { state: string }) => `This recovery is ${state} already.`,
  recovery_running: () => 'A recovery of this webhook is running. Wait, or cancel it.',
  reply_erased: () =>
    'This request was done before. Its answer spoke of a person who was erased since, and is not kept.',
  reset_not_open: () => 'This link was used, has run out, or is not whole. Ask for a new one.',
  review_claimed: () => 'Somebody else looks at this verification now.',
  no_review_waits: () => 'No verification waits for a decision that nobody looks at already.',
  review_not_needed: () => 'This verification does not wait for a decision.',
  role_builtin: ({ name }: { name: string }) => `The role ${name} is built in and stays.`,
  role_in_use: ({ name }: { name: string }) => `Somebody has the role ${name}: give them another.`,
  role_missing: ({ role }: { role: string }) => `There is no role ${role} in this organization.`,
  saved_view_name_taken: ({ name }: { name: string }) =>
    `You have a view ${name} of this list already. Choose another name.`,
  role_name_taken: ({ name }: { name: string }) => `There is a role ${name} already. Choose another name.`,
  session_ended: () => 'Your session has ended. Sign in again.',
  sign_in_again: () => 'Confirm that it is you: enter your password or use your passkey, then try again.',
  server_admin_required: () => 'Only those who run this server may do that.',
  set_up_not_open: () =>
    'This server is set up already, or the link is not whole. Whoever runs it prints the link with: npm run sealane -- set-up',
  slug_taken: ({ slug }: { slug: string }) => `The slug ${slug} is in use. Choose another.`,
  step_not_reached: () => 'Something before this step is not done yet.',
  subject_erased: () => 'The personal data of this person was erased. Order anew.',
  submission_closed: () => 'This agreement can no longer be signed. Ask whoever sent it for a new link.',
  seal_not_ready: ({ reason }: { reason: SealReason }) =>
    `Nothing is published now, because what is signed could not be sealed: ${sealReasons[reason]}.`,
  submission_completed: () => 'Everybody has signed this submission: it stays.',
  address_unknown: () => 'Nobody knows an e-mail address of this person yet. Give one first.',
  delegation_not_allowed: () => 'The sender has not allowed you to pass this on. Ask the sender.',
  signer_has_acted: () => 'This person has done their part already; it stays.',
  signer_waits: () => 'It is not this person’s turn.',
  submission_ended: ({ status }: Status) => `This submission is ${status} already.`,
  submission_signed: () => 'You have signed this agreement already.',
  reminded_too_often: ({ times, minutes }: { times: number; minutes: number }) =>
    `This person was reminded ${inTimes(times)} within an hour. Try again in ${inMinutes(minutes)}.`,
  too_many_mails: ({ minutes }: { minutes: number }) =>
    `Very many mails were sent by way of this link. Try again in ${inMinutes(minutes)}, or ask whoever sent it for a link of your own.`,
  too_many_codes: ({ codes, minutes }: { codes: number; minutes: number }) =>
    `We have mailed ${inCodes(codes)} within an hour. Use the last one, or ask again in ${inMinutes(minutes)}.`,
  too_many_invitations: ({ most }: { most: number }) =>
    `An organization sends at most ${most} invitations a day. Try again later.`,
  too_many_sign_ins: ({ seconds }: { seconds: number }) =>
    `Too many tries to sign in. Wait ${inSeconds(seconds)} and try again.`,
  too_many_exports: ({ most }: { most: number }) =>
    `At most ${most} exports of yours are written at once. Wait until one is done, or stop one.`,
  too_many_saved_views: ({ most }: { most: number }) => `Everybody has at most ${most} saved views. Delete one first.`,
  too_many_webhooks: ({ most }: { most: number }) => `An organization has at most ${most} webhooks. Delete one first.`,
  two_factor_on: () => 'Codes of an app are on already. Turn them off first.',
  unauthenticated: () => 'The key or token is missing, unknown, expired or revoked.',
  user_required: () => 'Access tokens belong to a person: sign in as one.',
  verification_closed: ({ status }: Status) => `This verification is ${status} already.`,
  verification_is_scan: () => 'This is a scan of a verification. Cancel the whole verification.',
  webhook_disabled: () => 'The webhook is disabled. Set service_status to true first.',
  wrong_code: () => 'The code is wrong, or was used. Type the one that your app shows now.',
  wrong_passkey: () =>
    'This passkey is not known here, or your device has not checked that it is you. Sign in another way.',
  wrong_email_or_password: () => 'The e-mail address or the password is wrong.',
  wrong_password: () => 'The password is wrong.',
  your_turn: () => 'It is not your turn yet.',
}

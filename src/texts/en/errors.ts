import { nounWords } from '../speech.ts'
import { type SealReason, sealReasons } from './seal-reasons.ts'
import { inCodes, inMinutes, inSeconds, inTimes } from './units.ts'

type Status = { status: string }

/** Sentences for errors of core, by code. */
export const errors = {
  address_missing: () => 'We have no e-mail address of yours for this agreement. Ask the sender for a new link.',
  agreement_archived: () => 'This agreement is archived and cannot be changed. Make a new one.',
  agreement_archived_for_good: () => 'This agreement is archived for good. Make a new one.',
  agreement_archived_links: () => 'This agreement is archived and can have no more links. Make a new agreement.',
  agreement_in_use: () =>
    'Somebody has already opened this agreement, and Sealane keeps what they saw. Archive the agreement, or turn the link off.',
  agreement_link_expired: () => 'This link has expired. Ask the sender for a new one.',
  agreement_link_inactive: () => 'This link is turned off. Ask the sender for a new one.',
  already_member: ({ email }: { email: string }) => `${email} is already a member of this organization.`,
  bulk_send_begun: () => 'This bulk send has already made submissions, or is making them now. Stop it instead.',
  bulk_send_emptied: () => 'The remaining rows of this file are no longer stored. Send a file with the missing rows.',
  bulk_send_unfit: () =>
    'The agreement has changed, and the rows of the file no longer fit it. Send a new file with the missing rows.',
  consent_missing: ({ kinds }: { kinds: readonly string[] }) =>
    `This person has not consented to: ${kinds.join(', ')}. Record these consents before you order the verification.`,
  cross_site: () =>
    'This request came from another site, or your browser hides where it came from. Open the page on this server and try again.',
  export_failed: () => 'This export failed and has no file. Read the export to see why.',
  export_gone: () => 'The file of this export is no longer stored. Export the list again.',
  export_not_allowed: () => 'You may no longer read this list, so its export has ended.',
  export_running: () => 'The server is still writing this export. Ask again when it is done.',
  export_unfit: () => 'The list no longer takes these filters or this order. Export it again.',
  document_being_made: () =>
    'Everybody has signed this submission, and the server is making its document now. Ask again in a moment.',
  document_lost: () => 'The document of this submission is missing. Tell the operator of this server.',
  document_never_declined: () => 'This submission was declined, so it gets no document.',
  document_never_expired: () => 'This submission was not signed in time, so it gets no document.',
  document_never_voided: () => 'This submission was called back, so it gets no document.',
  agreement_without_file: () => 'This agreement has a text and no PDF. Read its text in source.',
  document_not_made: () => 'The finished document does not exist yet. The server makes it once everybody has signed.',
  document_pending: () =>
    'The server still finishes a document that this person has signed. Erase the person in about a minute.',
  document_removed: ({ day }: { day: string }) =>
    `The document was removed on ${day}, because the retention period of the document was over.`,
  document_tampered: () => 'The stored document was changed after it was finished. Tell the operator of this server.',
  document_unsigned: () =>
    'Nobody has signed this submission yet. The server makes its document once everybody has signed.',
  document_waiting: () =>
    'Not everybody has signed this submission yet. The server makes its document once everybody has signed.',
  form_outdated: () => 'This page is out of date, so nothing was done. Continue where you left off.',
  idempotency_in_flight: () =>
    'A request with this Idempotency-Key is still running. Send the same request again in a moment.',
  idempotency_mismatch: () =>
    'Another request has already used this Idempotency-Key. Use a new key for each operation.',
  invitation_expired: () => 'This invitation has expired. Invite the person again.',
  mails_are_sent: () =>
    'This server sends mail, so only the person gets the link. Send the invitation again if it did not arrive.',
  invitation_ended: () => 'The person has already answered this invitation.',
  recipient_not_found: () =>
    'This link no longer works. Ask for the webhook to be saved again; you then get a new link.',
  invitation_not_open: () =>
    'This invitation is not open: it was answered, was taken back, or has expired. Ask for another.',
  invitation_used: () => 'This invitation was opened in another browser. Continue there, or ask for a code.',
  invited_too_often: ({ email, times }: { email: string; times: number }) =>
    `${email} was invited ${inTimes(times)} within an hour. Try again later.`,
  last_admin: () => 'An organization needs an active admin. Make somebody else an admin first.',
  name_of_another: () => 'People change their own name. Ask this person to change it.',
  not_a_member: ({ slug }: { slug: string }) =>
    `The organization ${slug} does not exist, or you are not a member of it.`,
  not_found: ({ noun }: { noun: string }) => `There is no such ${nounWords(noun)} in your organization.`,
  not_here: ({ noun }: { noun: string }) => `There is no such ${nounWords(noun)} here.`,
  order_turn: () => 'Other people sign first. Open this page again when it is your turn.',
  organization_unnamed: () =>
    'Name the slug of the organization in the header Sealane-Organization. On the host of an organization, name no other organization.',
  passkey_refused: () =>
    'The passkey was not saved: your device has not checked that it is you, or the request is too old. Try again.',
  permission_missing: ({ permission }: { permission: string }) =>
    `This needs the permission ${permission}, which your role does not have. Ask an admin for it.`,
  permission_not_held: ({ permission }: { permission: string }) =>
    `This grants the permission ${permission}, which your role does not have. Ask somebody who has it.`,
  person_known: ({ email }: { email: string }) => `${email} already has an account on this server. Invite this person.`,
  person_not_found: () => 'There is no such person in your organization.',
  provider_none: ({ type }: { type: string }) =>
    `No provider performs ${type} here yet. The operator of this server must turn a provider on first.`,
  provider_unknown: ({ type, able }: { type: string; able: readonly string[] }) =>
    `This provider does not perform ${type} here. Providers that do: ${able.join(', ')}.`,
  recovery_ended: ({ state }: { state: string }) => `This recovery is already ${state}.`,
  recovery_running: () => 'A recovery of this webhook is running. Wait until it ends, or cancel it.',
  reply_erased: () =>
    'This request succeeded before. Its answer described a person who has since been erased, so it is no longer stored.',
  reset_not_open: () => 'This link was used, has expired, or is incomplete. Ask for a new one.',
  review_claimed: () => 'Somebody else reviews this verification now. Wait until they decide or give it back.',
  no_review_waits: () => 'No verification waits for a decision, or somebody already reviews each one that does.',
  review_not_needed: () => 'This verification does not wait for a decision.',
  role_builtin: ({ name }: { name: string }) =>
    `The role ${name} is built in and cannot be changed or deleted. Make a role of your own.`,
  role_in_use: ({ name }: { name: string }) =>
    `A person, a key or an invitation has the role ${name}. Give them another role first.`,
  role_missing: ({ role }: { role: string }) => `There is no role ${role} in this organization.`,
  saved_view_name_taken: ({ name }: { name: string }) =>
    `You already have a view ${name} of this list. Choose another name.`,
  role_name_taken: ({ name }: { name: string }) => `A role ${name} already exists. Choose another name.`,
  session_ended: () => 'Your session has ended. Sign in again.',
  sign_in_again: () => 'Confirm that it is you: enter your password or use your passkey, then try again.',
  server_admin_required: () => 'Only operators of this server may do that.',
  set_up_not_open: () =>
    'This server is already set up, or the link is incomplete. The operator prints the link with: npm run sealane -- set-up',
  slug_taken: ({ slug }: { slug: string }) => `The slug ${slug} is in use. Choose another.`,
  step_not_reached: () => 'You have not finished an earlier step. Continue there.',
  subject_erased: () => 'The personal data of this person was erased. Order for a new person.',
  submission_closed: () => 'This agreement can no longer be signed. Ask the sender for a new link.',
  seal_not_ready: ({ reason }: { reason: SealReason }) =>
    `Nothing can be published now, because the server would not be able to seal signed documents: ${sealReasons[reason]}.`,
  submission_completed: () => 'Everybody has signed this submission, so it can no longer be changed.',
  address_unknown: () => 'This person has no e-mail address yet. Give one first.',
  delegation_not_allowed: () => 'The sender does not allow you to pass this on. Ask the sender.',
  signer_has_acted: () => 'This person has already done their part, and it cannot be changed.',
  signer_waits: () => 'It is not this person’s turn. Wait until everybody before them has acted.',
  submission_ended: ({ status }: Status) => `This submission is already ${status}.`,
  submission_signed: () => 'You have already signed this agreement.',
  reminded_too_often: ({ times, minutes }: { times: number; minutes: number }) =>
    `This person was reminded ${inTimes(times)} within an hour. Try again in ${inMinutes(minutes)}.`,
  too_many_mails: ({ minutes }: { minutes: number }) =>
    `Too many mails were sent through this link. Try again in ${inMinutes(minutes)}, or ask the sender for a link of your own.`,
  too_many_codes: ({ codes, minutes }: { codes: number; minutes: number }) =>
    `We have mailed ${inCodes(codes)} within an hour. Use the last one, or ask again in ${inMinutes(minutes)}.`,
  too_many_invitations: ({ most }: { most: number }) =>
    `An organization sends at most ${most} invitations a day. Try again later.`,
  too_many_sign_ins: ({ seconds }: { seconds: number }) =>
    `You tried to sign in too often. Wait ${inSeconds(seconds)} and try again.`,
  too_many_exports: ({ most }: { most: number }) =>
    `You may have at most ${most} running exports at once. Wait until one is done, or stop one.`,
  too_many_saved_views: ({ most }: { most: number }) => `You may have at most ${most} saved views. Delete one first.`,
  too_many_webhooks: ({ most }: { most: number }) =>
    `An organization may have at most ${most} webhooks. Delete one first.`,
  two_factor_on: () => 'You already use codes of an app. Turn them off first.',
  unauthenticated: () => 'The key or token is missing, unknown, expired or revoked.',
  user_required: () => 'Access tokens belong to a person. Use the token or the session of a person.',
  verification_closed: ({ status }: Status) => `This verification is already ${status}.`,
  verification_is_scan: () => 'This is a scan, which is a part of a verification. Cancel the whole verification.',
  webhook_disabled: () => 'The webhook is disabled. Set service_status to true first.',
  wrong_code: () => 'The code is wrong or was already used. Type the code that your app shows now.',
  wrong_passkey: () =>
    'This server does not know this passkey, or your device has not checked that it is you. Sign in another way.',
  wrong_email_or_password: () => 'The e-mail address or the password is wrong. Check both, or set a new password.',
  wrong_password: () => 'The password is wrong.',
  your_turn: () => 'It is not your turn yet. Open this page again later.',
}

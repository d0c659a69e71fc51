import type { SignerStory } from './story/signers.ts'
import type { Proof, Verdict } from './verdict.ts'
import { fill, sayAction, sayLimit, sayReason, saySender, toPlain, type Words } from './words.ts'

/** The verdict as JSON for programs. The members of the proof are at its top level. */
export function toJson({ verdict, document_sha256, reasons, proof }: Verdict, words: Words): Record<string, unknown> {
  const said = reasons.map(({ code, values }) => ({ code, sentence: sayReason(code, values, words) }))
  const nothing = { seal: null, organization: null, signers: [], trail: null, not_proved: [] }
  const told = proof && {
    ...proof,
    events: proof.events.map((event) => ({ ...event, sentence: sayAction(event.action, event.values, words) })),
    not_proved: proof.not_proved.map(({ code, values }) => ({ code, sentence: sayLimit(code, values, words) })),
  }
  return { verdict, reasons: said, document_sha256, ...(told ?? nothing) }
}

/** The verdict in words, line by line. */
export function toLines({ verdict, document_sha256, reasons, proof }: Verdict, words: Words): string[] {
  const { verdicts, labels } = words
  const lines = [
    verdicts[verdict],
    ...reasons.map(({ code, values }) => `  ${sayReason(code, values, words)}`),
    fill(labels.document, { hash: document_sha256 }, words),
    ...(proof ? tell(proof, words) : []),
  ]
  return lines.map(toPlain)
}

function tell(proof: Proof, words: Words): string[] {
  const { labels } = words
  const { seal, trail } = proof
  const say = (sentence: string, values: Record<string, string | null>) => fill(sentence, values, words)
  const sealed = { organization: proof.organization.name, at: seal.signed_at, level: seal.level }
  const heading = (title: string) => say(labels.heading, { title })
  return [
    say(labels.evidence, { hash: proof.evidence_sha256 }),
    say(labels.agreement, { ...proof.agreement, submission: proof.submission }),
    say(labels.hash, { hash: proof.agreement.source_sha256 }),
    say(labels.sealed, { ...sealed, certificate: seal.certificate_sha256 }),
    say(labels.time, { authority: seal.authority }),
    say(labels.log, { index: String(trail.log_index), size: String(trail.checkpoint_size), log: trail.log }),
    ...trail.witnesses.map((witness) => say(labels.witnessed, witness)),
    ...tellContent(proof, words),
    ...tellCompleted(proof, words),
    say(labels.sent, { sender: saySender(proof.sender.kind, words) }),
    '',
    heading(labels.people),
    ...proof.signers.flatMap((signer) => tellSigner(signer, words)),
    '',
    heading(labels.events),
    ...proof.events.map(({ row, at, action, values }) => `  ${row}. ${at}  ${sayAction(action, values, words)}`),
    '',
    heading(labels.limits),
    ...proof.not_proved.map(({ code, values }) => `  - ${sayLimit(code, values, words)}`),
  ]
}

/** Says that the log had the pages before they were sealed, if the document proves it. */
export function tellContent({ content }: Pick<Proof, 'content'>, words: Words): string[] {
  if (content === null) return []
  const { at, log_index, checkpoint_size, sha256: hash } = content
  return [fill(words.labels.content, { at, hash, index: String(log_index), size: String(checkpoint_size) }, words)]
}

/** Says that the log names this file, if its bundle proves it. */
export function tellCompleted({ completed }: Pick<Proof, 'completed'>, words: Words): string[] {
  if (completed === null) return []
  const values = { at: completed.at, index: String(completed.log_index), size: String(completed.checkpoint_size) }
  return [fill(words.labels.completed, values, words)]
}

/** What is proved about one person: the name they gave, then each of their acts. */
function tellSigner(signer: SignerStory, words: Words): string[] {
  return [`  ${nameOf(signer, words)}`, ...tellActs(signer, words).map((line) => `    ${line}`)]
}

export function nameOf({ name, email }: Pick<SignerStory, 'name' | 'email'>, words: Words): string {
  return toPlain([name ?? words.labels.unknown, ...(email === null ? [] : [`<${email}>`])].join(' '))
}

/** One sentence for each act of a person. */
export function tellActs(signer: SignerStory, words: Words): string[] {
  const { labels } = words
  const say = (sentence: string, values: Record<string, string | null>) => fill(sentence, values, words)
  const { opened_at: at, opened_from: from } = signer
  const consents = signer.consents.map((one) => ({ ...one, version: one.text_version, hash: one.text_sha256 }))
  const end = { at: signer.ended_at, method: signer.method, shown: signer.shown_sha256, mark: signer.mark_sha256 }
  const ended = signer.ended === null ? labels.not_ended : labels[signer.ended]
  return [
    ...(at === null ? [] : [say(labels.opened, { at, ip: from?.ip ?? null, browser: from?.browser ?? null })]),
    ...consents.map((one) => say(labels.consented, one)),
    ...signer.verifications.map(
      ({ simulated, ...one }) => say(labels.checked, one) + (simulated ? ` (${labels.simulated})` : ''),
    ),
    ...Object.entries(signer.fields).map(([name, value]) => say(labels.filled, { name, value: toText(value) })),
    ...(signer.shown_parts.length === 0 ? [] : [say(labels.parts, { parts: signer.shown_parts.join(', ') })]),
    say(ended, { ...end, ip: signer.ended_from?.ip ?? null }),
  ]
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

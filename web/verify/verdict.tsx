/** @jsxImportSource preact */

import { nameOf, tellActs, tellCompleted, tellContent } from '../../verifier/report.ts'
import type { Proof, Verdict } from '../../verifier/verdict.ts'
import { fill, sayAction, sayLimit, sayReason, saySender } from '../../verifier/words.ts'
import { words } from './words.ts'

const { page, verifier } = words
const { labels } = verifier

type Props = { verdict: Verdict; name: string; wanted: string | null }

/** A verdict in words: first the verdict and its reasons, then everything that is proved, then what is not proved. */
export function VerdictView({ verdict: { verdict, reasons, proof, document_sha256 }, name, wanted }: Props) {
  return (
    <article class={`verdict ${verdict}`}>
      <h2>{fill(labels.verdict, { verdict: verifier.verdicts[verdict], name }, verifier)}</h2>
      {reasons.map(({ code, values }) => (
        <p key={code}>{sayReason(code, values, verifier)}</p>
      ))}
      {proof && wanted !== null && <Comparison isSame={proof.evidence_sha256 === wanted} />}
      <p>{fill(labels.document, { hash: document_sha256 }, verifier)}</p>
      {proof && <ProofView proof={proof} />}
    </article>
  )
}

function Comparison({ isSame }: { isSame: boolean }) {
  return isSame ? <p>{page.sameAs}</p> : <p class="fault">{page.otherThan}</p>
}

function ProofView({ proof }: { proof: Proof }) {
  const { seal, trail, organization, agreement, submission, sender } = proof
  const say = (sentence: string, values: Record<string, string | null>) => fill(sentence, values, verifier)
  const sealed = { organization: organization.name, at: seal.signed_at, level: seal.level }
  const facts = [
    say(labels.agreement, { ...agreement, submission }),
    say(labels.hash, { hash: agreement.source_sha256 }),
    say(labels.sent, { sender: saySender(sender.kind, verifier) }),
    say(labels.sealed, { ...sealed, certificate: seal.certificate_sha256 }),
    say(labels.time, { authority: seal.authority }),
    say(labels.log, { index: String(trail.log_index), size: String(trail.checkpoint_size), log: trail.log }),
    ...trail.witnesses.map((witness) => say(labels.witnessed, witness)),
    ...tellContent(proof, verifier),
    ...tellCompleted(proof, verifier),
    say(labels.evidence, { hash: proof.evidence_sha256 }),
  ]
  return (
    <>
      <Lines of={facts} />
      <h3>{labels.people}</h3>
      {proof.signers.map((signer) => (
        <section key={signer.id}>
          <h4>{nameOf(signer, verifier)}</h4>
          <Lines of={tellActs(signer, verifier)} />
        </section>
      ))}
      <h3>{labels.limits}</h3>
      <Lines of={proof.not_proved.map(({ code, values }) => sayLimit(code, values, verifier))} />
      <details>
        <summary>{labels.events}</summary>
        <ol>
          {proof.events.map(({ row, at, action, values }) => (
            <li key={row}>
              <time dateTime={at}>{at}</time> {sayAction(action, values, verifier)}
            </li>
          ))}
        </ol>
      </details>
    </>
  )
}

function Lines({ of }: { of: readonly string[] }) {
  return (
    <ul>
      {of.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

#!/usr/bin/env node
// Proves a document that Sealane has sealed, offline. Any Node from 20 on runs it, with nothing installed:
//   node sealane-verify.mjs FILE --trust TRUST.json [--json] [--language en|fr]
// Made of verifier/ in the sources of Sealane (Apache-2.0). To write it anew: npm run generate
import { readFileSync, statSync } from "node:fs";
import { parseArgs } from "node:util";
// verifier/words.ts
/** The languages of the verifier. */
var languages = {
	en: {
		verdicts: {
			proven: "Proven",
			refused: "Refused",
			unreadable: "Unreadable"
		},
		reasons: {
			not_pdf: "This is no PDF.",
			bundle_form: "This is a ZIP, and not the bundle of a document, or it is damaged.",
			trust_form: "The trust file is not one, or is damaged. Fetch it again from /.well-known/sealane-trust.json of the server.",
			not_sealed: "The document has no seal that this verifier knows.",
			file_end: "The file does not end as a document that was sealed here ends: something was added behind it, or another product has sealed it.",
			byte_range: "The seal does not cover what it should: parts of the document stand outside of it.",
			revision_form: "The revision that holds the seal is not written as a seal is written.",
			later_revision: "The document was changed after it was sealed, or another product has sealed it.",
			proofs_form: "What was added after the seal is not what shows that the seal is good, or holds more than that.",
			level_lowered: "The document was sealed for {aimed}, and holds only {found}: proofs were taken away.",
			document_changed: "The document was changed: its bytes are not those that were sealed.",
			seal_form: "The seal is damaged, or not written as it should be.",
			seal_signature: "The signature of the seal is false.",
			seal_stranger: "Nobody whom the trust file names has sealed this document, or stamped its time.",
			seal_unfit: "The certificate of the seal is not one for seals.",
			seal_expired: "The certificate of the seal, or of its time, was not valid when the document was sealed.",
			seal_revoked: "The certificate of the seal, or of its time, was revoked before the document was sealed.",
			time_missing: "The seal has no trusted time.",
			time_form: "The timestamp is damaged, or not written as it should be.",
			time_other: "The timestamp is about something else than this seal.",
			time_stranger: "Nobody whom the trust file names has stamped the time.",
			time_expired: "The certificate of the timestamp was not valid at its time.",
			time_revoked: "The certificate of the timestamp was revoked before its time.",
			evidence_form: "The evidence in the document is damaged, or of a format that this verifier does not know.",
			row_form: "A row of the trail is not written as rows are.",
			trail_gap: "Row {row} of the trail is missing, or stands in another place.",
			trail_other: "The trail is not about this submission, or its log is not that of this organization.",
			trail_empty: "The trail has no rows.",
			opening_false: "Row {row} says something else of \"{member}\" than was written down at the time.",
			shown_other: "Somebody signed another text than the document names.",
			later_than_seal: "The trail tells of something that happened after the document was sealed.",
			trail_ended: "The trail in the document goes on behind its end: the document was set anew afterwards.",
			content_missing: "The document does not show that its pages were logged before it was sealed. Others of this server do, since then.",
			content_form: "What shows that the pages were logged is damaged.",
			content_other: "The pages, or what else is in the document, are not those that were logged for this evidence before it was sealed.",
			content_not_in_log: "The row that names the pages is not in the log that the head is of.",
			checkpoint_form: "The head of the log is damaged, or is that of another log.",
			log_stranger: "The trust file does not know the log {origin}.",
			log_key_time: "The key that signed the head of the log was not in use at that time.",
			checkpoint_signature: "No key of the log has signed this head.",
			not_in_log: "Row {row} of the trail is not in the log that the head is of.",
			completed_form: "What the bundle says of the log is damaged.",
			completed_other: "The row of the log in the bundle names another document, or another submission.",
			completed_not_in_log: "The row that names the document is not in the log that the head is of.",
			witness_false: "The signature of the witness {witness} is false.",
			witnesses_few: "{found} of the witnesses have signed the head of the log; the trust file asks for {wanted}."
		},
		limits: {
			no_witness: "No witness has signed the head of the log. Whoever runs the server could have written all of the log anew before the document was sealed.",
			pages_unlogged: "The document is from before pages were logged: whoever holds the keys of the server can seal other pages over the same evidence. That the log names this very file is proved by its bundle, which was not given.",
			file_unnamed: "The log named these pages before they were sealed. That this very file became the finished one is proved by its bundle, which was not given.",
			file_unwitnessed: "Fewer witnesses than the trust file asks for have signed the head that proves that the log names this file. Fetch the bundle again.",
			authority_word: "The time is the word of \"{authority}\". The verifier cannot tell whether its clock was right.",
			revocation_unknown: "Whether a certificate was revoked is not told by the document: it holds no lists of what was.",
			names_claimed: "Names and addresses are what people typed or the sender wrote. What verifications of identity found stands above.",
			results_reported: "Results of verifications are what the organization was told by its provider.",
			simulated: "At least one verification was simulated: nobody was verified.",
			source_elsewhere: "The hash of what was shown is that of the source of the agreement. To compare, ask the organization for the source: the pages are set from it.",
			after_the_end: "What was written down after row {row} ({last}) is not in the document.",
			closed: "What stands behind {closed} commitments is not told."
		},
		senders: {
			user: "a member of the organization",
			api_key: "a system of the organization, by an API key",
			visitor: "nobody in particular: the link was open, and whoever opened it began",
			signer: "a signer",
			system: "the server, by itself"
		},
		actions: {
			"submission.created": "The submission was begun.",
			"agreement.viewed": "The agreement was opened from {ip} with {browser}. Hash of what was shown: {shownSha256}.",
			"signer.identified": "Said who they are: {name}, {email}.",
			"signer.named": "Was named: {name}, {email}.",
			"signer.reassigned": "The part was taken from {name}, {email}.",
			"signer.details_given": "Gave the details that the verifications need.",
			"signer.code_asked": "Asked for a code by mail.",
			"signer.code_proved": "Showed by a code that they get mail at their address.",
			"signer.invitation_mailed": "An invitation was mailed.",
			"signer.reminded": "A reminder was asked for.",
			"signer.reminder_mailed": "A reminder was mailed.",
			"consent.given": "Consented ({kind}, version {textVersion}). Hash of the words: {textSha256}.",
			"consent.withdrawn": "Withdrew a consent.",
			"verification.ordered": "A verification was ordered: {type} {tier}, from {provider}.",
			"verification.changed": "A verification moved on: {status} {result}.",
			"verification.decided": "A person decided a verification: {result}.",
			"verification.cancelled": "A verification was cancelled.",
			"verification.claimed": "A person looks at a verification.",
			"verification.released": "A person no longer looks at a verification.",
			"verification.deleted": "A verification was deleted.",
			"agreement.signed": "Signed ({method}). Hash of what was shown: {shownSha256}. Hash of the mark: {markSha256}.",
			"document.prepared": "The pages were set, and logged before they were sealed. Hash of all but the seal: {contentSha256}.",
			"agreement.approved": "Agreed without signing. Hash of what was shown: {shownSha256}.",
			other: "Written down: {action}."
		},
		labels: {
			verdict: "{verdict}: {name}",
			heading: "{title}:",
			document: "Document: {hash}",
			evidence: "Evidence: {hash}",
			sealed: "Sealed by {organization} at {at} ({level}), certificate {certificate}",
			time: "Time by {authority}",
			log: "The last row is leaf {index}, counted from 0, of {size} in the log {log}",
			content: "The log names the pages since {at}: leaf {index}, counted from 0, of {size}. Hash of all but the seal: {hash}",
			completed: "The log names this file since {at}: leaf {index}, counted from 0, of {size}",
			witnessed: "Witnessed by {name} at {at}",
			sent: "Sent by {sender}",
			agreement: "\"{title}\" ({id}), submission {submission}",
			hash: "Hash of the source: {hash}",
			opened: "Opened {at} from {ip} with {browser}",
			consented: "Consented {at}: {kind}, version {version}, hash of the words {hash}",
			checked: "Checked: {type} {tier} by {provider}: {status} {result}, {at}",
			signed: "Signed {at} from {ip} ({method}). Hash of what was shown {shown}. Hash of the mark {mark}",
			approved: "Agreed {at} from {ip}. Hash of what was shown {shown}",
			not_ended: "Has neither signed nor agreed",
			parts: "Was shown what others had given before, in the roles: {parts}",
			filled: "Filled in {name}: {value}",
			people: "People",
			events: "What happened",
			limits: "What this does not prove",
			reasons: "Why",
			simulated: "simulated: nobody was checked",
			unknown: "not told"
		}
	},
	fr: {
		verdicts: {
			proven: "Prouvé",
			refused: "Refusé",
			unreadable: "Illisible"
		},
		reasons: {
			not_pdf: "Ce n’est pas un PDF.",
			bundle_form: "C’est un ZIP, et non le dossier d’un document, ou il est abîmé.",
			trust_form: "Le fichier de confiance n’en est pas un, ou est abîmé. Reprenez-le à l’adresse /.well-known/sealane-trust.json du serveur.",
			not_sealed: "Le document ne porte aucun sceau connu de ce vérificateur.",
			file_end: "Le fichier ne finit pas comme finit un document scellé ici\xA0: quelque chose a été ajouté derrière, ou un autre produit l’a scellé.",
			byte_range: "Le sceau ne couvre pas ce qu’il devrait\xA0: des parties du document en restent dehors.",
			revision_form: "La révision qui porte le sceau n’est pas écrite comme s’écrit un sceau.",
			later_revision: "Le document a été modifié après avoir été scellé, ou un autre produit l’a scellé.",
			proofs_form: "Ce qui suit le sceau n’est pas ce qui en montre la validité, ou contient davantage.",
			level_lowered: "Le document a été scellé pour {aimed} et ne contient que {found}\xA0: des preuves ont été retirées.",
			document_changed: "Le document a été modifié\xA0: ses octets ne sont pas ceux qui ont été scellés.",
			seal_form: "Le sceau est abîmé, ou mal écrit.",
			seal_signature: "La signature du sceau est fausse.",
			seal_stranger: "Personne de ceux que nomme le fichier de confiance n’a scellé ce document, ou n’en a donné l’heure.",
			seal_unfit: "Le certificat du sceau n’est pas fait pour des sceaux.",
			seal_expired: "Le certificat du sceau, ou de son heure, n’était pas valide quand le document a été scellé.",
			seal_revoked: "Le certificat du sceau, ou de son heure, a été révoqué avant que le document soit scellé.",
			time_missing: "Le sceau ne porte pas d’heure de confiance.",
			time_form: "L’horodatage est abîmé, ou mal écrit.",
			time_other: "L’horodatage porte sur autre chose que ce sceau.",
			time_stranger: "Personne de ceux que nomme le fichier de confiance n’a donné cette heure.",
			time_expired: "Le certificat de l’horodatage n’était pas valide à son heure.",
			time_revoked: "Le certificat de l’horodatage a été révoqué avant son heure.",
			evidence_form: "Les preuves du document sont abîmées, ou d’un format inconnu de ce vérificateur.",
			row_form: "Une ligne du journal n’est pas écrite comme le sont les lignes.",
			trail_gap: "La ligne {row} du journal manque, ou se trouve ailleurs.",
			trail_other: "Le journal ne parle pas de cette soumission, ou n’est pas celui de cette organisation.",
			trail_empty: "Le journal n’a aucune ligne.",
			opening_false: "La ligne {row} dit autre chose de «\xA0{member}\xA0» que ce qui fut noté alors.",
			shown_other: "Quelqu’un a signé un autre texte que celui que nomme le document.",
			later_than_seal: "Le journal raconte quelque chose qui s’est passé après que le document a été scellé.",
			trail_ended: "Le journal du document va au-delà de sa fin\xA0: le document a été composé de nouveau ensuite.",
			content_missing: "Le document ne montre pas que ses pages furent inscrites au registre avant d’être scellées. D’autres de ce serveur le montrent depuis.",
			content_form: "Ce qui montre que les pages furent inscrites est abîmé.",
			content_other: "Les pages, ou ce que contient encore le document, ne sont pas celles qui furent inscrites pour ces preuves avant le sceau.",
			content_not_in_log: "La ligne qui nomme les pages n’est pas dans le registre dont voici la tête.",
			checkpoint_form: "La tête du registre est abîmée, ou est celle d’un autre registre.",
			log_stranger: "Le fichier de confiance ne connaît pas le registre {origin}.",
			log_key_time: "La clé qui a signé la tête du registre ne servait pas à ce moment.",
			checkpoint_signature: "Aucune clé du registre n’a signé cette tête.",
			not_in_log: "La ligne {row} du journal n’est pas dans le registre dont voici la tête.",
			completed_form: "Ce que le dossier dit du registre est abîmé.",
			completed_other: "La ligne du registre dans le dossier nomme un autre document, ou une autre soumission.",
			completed_not_in_log: "La ligne qui nomme le document n’est pas dans le registre dont voici la tête.",
			witness_false: "La signature du témoin {witness} est fausse.",
			witnesses_few: "{found} témoins ont signé la tête du registre\xA0; le fichier de confiance en demande {wanted}."
		},
		limits: {
			no_witness: "Aucun témoin n’a signé la tête du registre. Qui exploite le serveur aurait pu récrire tout le registre avant de sceller le document.",
			pages_unlogged: "Le document date d’avant l’inscription des pages\xA0: qui tient les clés du serveur peut sceller d’autres pages sur les mêmes preuves. Que le registre nomme ce fichier-là, son dossier le prouve, et il n’a pas été donné.",
			file_unnamed: "Le registre nommait ces pages avant qu’elles soient scellées. Que ce fichier-là soit devenu le document fini, son dossier le prouve, et il n’a pas été donné.",
			file_unwitnessed: "Moins de témoins que n’en demande le fichier de confiance ont signé la tête qui prouve que le registre nomme ce fichier. Reprenez le dossier.",
			authority_word: "L’heure est celle que dit «\xA0{authority}\xA0». Le vérificateur ne peut savoir si son horloge était juste.",
			revocation_unknown: "Le document ne dit pas si un certificat a été révoqué\xA0: il ne contient pas les listes de ceux qui le sont.",
			names_claimed: "Les noms et les adresses sont ce que les personnes ont saisi ou ce que l’expéditeur a écrit. Ce qu’ont trouvé les vérifications d’identité est dit plus haut.",
			results_reported: "Les résultats des vérifications sont ce que le prestataire a dit à l’organisation.",
			simulated: "Au moins une vérification était simulée\xA0: personne n’a été vérifié.",
			source_elsewhere: "L’empreinte de ce qui fut montré est celle de la source de l’accord. Pour comparer, demandez la source à l’organisation\xA0: les pages en sont composées.",
			after_the_end: "Ce qui fut noté après la ligne {row} ({last}) n’est pas dans le document.",
			closed: "Ce que cachent {closed} engagements n’est pas dit."
		},
		senders: {
			user: "un membre de l’organisation",
			api_key: "un système de l’organisation, par une clé d’API",
			visitor: "personne en particulier\xA0: le lien était ouvert, et qui l’a ouvert a commencé",
			signer: "un signataire",
			system: "le serveur, de lui-même"
		},
		actions: {
			"submission.created": "La soumission a commencé.",
			"agreement.viewed": "L’accord a été ouvert depuis {ip} avec {browser}. Empreinte de ce qui fut montré\xA0: {shownSha256}.",
			"signer.identified": "A dit qui il est\xA0: {name}, {email}.",
			"signer.named": "A été nommé\xA0: {name}, {email}.",
			"signer.reassigned": "Le rôle a été retiré à {name}, {email}.",
			"signer.details_given": "A donné ce qu’il faut aux vérifications.",
			"signer.code_asked": "A demandé un code par courriel.",
			"signer.code_proved": "A montré par un code qu’il reçoit le courrier à son adresse.",
			"signer.invitation_mailed": "Une invitation a été envoyée.",
			"signer.reminded": "Un rappel a été demandé.",
			"signer.reminder_mailed": "Un rappel a été envoyé.",
			"consent.given": "A consenti ({kind}, version {textVersion}). Empreinte du texte\xA0: {textSha256}.",
			"consent.withdrawn": "A retiré un consentement.",
			"verification.ordered": "Une vérification a été demandée\xA0: {type} {tier}, à {provider}.",
			"verification.changed": "Une vérification a avancé\xA0: {status} {result}.",
			"verification.decided": "Une personne a tranché une vérification\xA0: {result}.",
			"verification.cancelled": "Une vérification a été annulée.",
			"verification.claimed": "Une personne examine une vérification.",
			"verification.released": "Une personne n’examine plus une vérification.",
			"verification.deleted": "Une vérification a été supprimée.",
			"agreement.signed": "A signé ({method}). Empreinte de ce qui fut montré\xA0: {shownSha256}. Empreinte de la marque\xA0: {markSha256}.",
			"document.prepared": "Les pages furent composées, et inscrites avant d’être scellées. Empreinte de tout sauf le sceau\xA0: {contentSha256}.",
			"agreement.approved": "A donné son accord sans signer. Empreinte de ce qui fut montré\xA0: {shownSha256}.",
			other: "Noté\xA0: {action}."
		},
		labels: {
			verdict: "{verdict}\xA0: {name}",
			heading: "{title}\xA0:",
			document: "Document\xA0: {hash}",
			evidence: "Preuves\xA0: {hash}",
			sealed: "Scellé par {organization} le {at} ({level}), certificat {certificate}",
			time: "Heure donnée par {authority}",
			log: "La dernière ligne est la feuille {index}, comptée depuis 0, de {size} du registre {log}",
			content: "Le registre nomme les pages depuis {at}\xA0: feuille {index}, comptée depuis 0, sur {size}. Empreinte de tout sauf le sceau\xA0: {hash}",
			completed: "Le registre nomme ce fichier depuis le {at}\xA0: ligne {index} sur {size}",
			witnessed: "Attesté par {name} le {at}",
			sent: "Envoyé par {sender}",
			agreement: "«\xA0{title}\xA0» ({id}), soumission {submission}",
			hash: "Empreinte de la source\xA0: {hash}",
			opened: "Ouvert le {at} depuis {ip} avec {browser}",
			consented: "A consenti le {at}\xA0: {kind}, version {version}, empreinte du texte {hash}",
			checked: "Contrôlé\xA0: {type} {tier} par {provider}\xA0: {status} {result}, le {at}",
			signed: "Signé le {at} depuis {ip} ({method}). Empreinte de ce qui fut montré {shown}. Empreinte de la marque {mark}",
			approved: "Accord donné le {at} depuis {ip}. Empreinte de ce qui fut montré {shown}",
			not_ended: "N’a ni signé ni donné son accord",
			parts: "A vu ce que d’autres avaient donné auparavant, dans les rôles\xA0: {parts}",
			filled: "A rempli {name}\xA0: {value}",
			people: "Personnes",
			events: "Ce qui s’est passé",
			limits: "Ce que cela ne prouve pas",
			reasons: "Pourquoi",
			simulated: "simulé\xA0: personne n’a été contrôlé",
			unknown: "non dit"
		}
	}
};
/** Fills values into a sentence. An unknown value gets a word for "unknown". */
function fill(sentence, values, words) {
	return sentence.replace(/\{(\w+)\}/g, (_all, name) => toPlain(values[name] ?? words.labels.unknown));
}
/** Replaces characters that could move a terminal's cursor or reverse the reading order. */
function toPlain(text) {
	return text.replace(/[\p{Cc}\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu, "�");
}
function sayReason(code, values, words) {
	const sentences = words.reasons;
	return fill(sentences[code], values, words);
}
function sayLimit(code, values, words) {
	const sentences = words.limits;
	return fill(sentences[code], values, words);
}
/** The sentence of a row's action; the name of an unknown action. */
function sayAction(action, values, words) {
	const sentences = words.actions;
	return fill((Object.hasOwn(sentences, action) ? sentences[action] : void 0) ?? words.actions.other, {
		...values,
		action
	}, words);
}
/** The words for the sender of a document, by the kind of the actor. */
function saySender(kind, words) {
	const senders = words.senders;
	return (Object.hasOwn(senders, kind) ? senders[kind] : void 0) ?? words.senders.system;
}
// verifier/report.ts
/** The verdict as JSON for programs. The members of the proof are at its top level. */
function toJson({ verdict, document_sha256, reasons, proof }, words) {
	const said = reasons.map(({ code, values }) => ({
		code,
		sentence: sayReason(code, values, words)
	}));
	const nothing = {
		seal: null,
		organization: null,
		signers: [],
		trail: null,
		not_proved: []
	};
	return {
		verdict,
		reasons: said,
		document_sha256,
		...(proof && {
			...proof,
			events: proof.events.map((event) => ({
				...event,
				sentence: sayAction(event.action, event.values, words)
			})),
			not_proved: proof.not_proved.map(({ code, values }) => ({
				code,
				sentence: sayLimit(code, values, words)
			}))
		}) ?? nothing
	};
}
/** The verdict in words, line by line. */
function toLines({ verdict, document_sha256, reasons, proof }, words) {
	const { verdicts, labels } = words;
	return [
		verdicts[verdict],
		...reasons.map(({ code, values }) => `  ${sayReason(code, values, words)}`),
		fill(labels.document, { hash: document_sha256 }, words),
		...proof ? tell$2(proof, words) : []
	].map(toPlain);
}
function tell$2(proof, words) {
	const { labels } = words;
	const { seal, trail } = proof;
	const say = (sentence, values) => fill(sentence, values, words);
	const sealed = {
		organization: proof.organization.name,
		at: seal.signed_at,
		level: seal.level
	};
	const heading = (title) => say(labels.heading, { title });
	return [
		say(labels.evidence, { hash: proof.evidence_sha256 }),
		say(labels.agreement, {
			...proof.agreement,
			submission: proof.submission
		}),
		say(labels.hash, { hash: proof.agreement.source_sha256 }),
		say(labels.sealed, {
			...sealed,
			certificate: seal.certificate_sha256
		}),
		say(labels.time, { authority: seal.authority }),
		say(labels.log, {
			index: String(trail.log_index),
			size: String(trail.checkpoint_size),
			log: trail.log
		}),
		...trail.witnesses.map((witness) => say(labels.witnessed, witness)),
		...tellContent(proof, words),
		...tellCompleted(proof, words),
		say(labels.sent, { sender: saySender(proof.sender.kind, words) }),
		"",
		heading(labels.people),
		...proof.signers.flatMap((signer) => tellSigner(signer, words)),
		"",
		heading(labels.events),
		...proof.events.map(({ row, at, action, values }) => `  ${row}. ${at}  ${sayAction(action, values, words)}`),
		"",
		heading(labels.limits),
		...proof.not_proved.map(({ code, values }) => `  - ${sayLimit(code, values, words)}`)
	];
}
/** Says that the log had the pages before they were sealed, if the document proves it. */
function tellContent({ content }, words) {
	if (content === null) return [];
	const { at, log_index, checkpoint_size, sha256: hash } = content;
	return [fill(words.labels.content, {
		at,
		hash,
		index: String(log_index),
		size: String(checkpoint_size)
	}, words)];
}
/** Says that the log names this file, if its bundle proves it. */
function tellCompleted({ completed }, words) {
	if (completed === null) return [];
	const values = {
		at: completed.at,
		index: String(completed.log_index),
		size: String(completed.checkpoint_size)
	};
	return [fill(words.labels.completed, values, words)];
}
/** What is proved about one person: the name they gave, then each of their acts. */
function tellSigner(signer, words) {
	return [`  ${nameOf(signer, words)}`, ...tellActs(signer, words).map((line) => `    ${line}`)];
}
function nameOf({ name, email }, words) {
	return toPlain([name ?? words.labels.unknown, ...email === null ? [] : [`<${email}>`]].join(" "));
}
/** One sentence for each act of a person. */
function tellActs(signer, words) {
	const { labels } = words;
	const say = (sentence, values) => fill(sentence, values, words);
	const { opened_at: at, opened_from: from } = signer;
	const consents = signer.consents.map((one) => ({
		...one,
		version: one.text_version,
		hash: one.text_sha256
	}));
	const end = {
		at: signer.ended_at,
		method: signer.method,
		shown: signer.shown_sha256,
		mark: signer.mark_sha256
	};
	const ended = signer.ended === null ? labels.not_ended : labels[signer.ended];
	return [
		...at === null ? [] : [say(labels.opened, {
			at,
			ip: from?.ip ?? null,
			browser: from?.browser ?? null
		})],
		...consents.map((one) => say(labels.consented, one)),
		...signer.verifications.map(({ simulated, ...one }) => say(labels.checked, one) + (simulated ? ` (${labels.simulated})` : "")),
		...Object.entries(signer.fields).map(([name, value]) => say(labels.filled, {
			name,
			value: toText(value)
		})),
		...signer.shown_parts.length === 0 ? [] : [say(labels.parts, { parts: signer.shown_parts.join(", ") })],
		say(ended, {
			...end,
			ip: signer.ended_from?.ip ?? null
		})
	];
}
function toText(value) {
	return typeof value === "string" ? value : JSON.stringify(value);
}
/** Null in browsers. In Node, both use the same library, and accept and refuse the same inputs. */
var native = Reflect.get(globalThis, "process")?.getBuiltinModule?.("node:crypto") ?? null;
// verifier/asn1/bytes.ts
function concat(parts) {
	const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}
function isSame(a, b) {
	if (a.length !== b.length) return false;
	for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) return false;
	return true;
}
var pairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));
/** Lower-case hex. */
function toHex(bytes) {
	let text = "";
	for (const byte of bytes) text += pairs[byte];
	return text;
}
function fromHex(text) {
	if (text.length % 2 !== 0 || !/^[\da-f]*$/i.test(text)) throw new Error("This is no hex.");
	const bytes = new Uint8Array(text.length / 2);
	for (let at = 0; at < bytes.length; at++) bytes[at] = digitOf(text, at * 2) * 16 + digitOf(text, at * 2 + 1);
	return bytes;
}
function digitOf(text, at) {
	const code = text.charCodeAt(at);
	return code < 64 ? code - 48 : (code & 15) + 9;
}
var encoder = new TextEncoder();
function encodeText(text) {
	return encoder.encode(text);
}
/** Compares two encodings in the order of a SET OF (X.690, 11.6). */
function compareBytes(a, b) {
	const length = Math.max(a.length, b.length);
	for (let index = 0; index < length; index++) {
		const difference = (a[index] ?? 0) - (b[index] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
}
/** Larger data is hashed in another thread. */
var mostAtOnce = 1 << 19;
async function hashOf(bytes, name = "SHA-256") {
	if (native && bytes.length <= mostAtOnce) return Uint8Array.from(native.hash(name, bytes, "buffer"));
	return new Uint8Array(await globalThis.crypto.subtle.digest(name, own(bytes)));
}
/** The same bytes in memory that WebCrypto accepts. */
function own(bytes) {
	return bytes.buffer instanceof ArrayBuffer ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length) : Uint8Array.from(bytes);
}
// verifier/asn1/refused.ts
/** The error for anything that is refused. The code is for programs, and the message for engineers. */
var Refused = class extends Error {
	code;
	constructor(code, message) {
		super(message);
		this.name = "Refused";
		this.code = code;
	}
};
// verifier/asn1/der-read.ts
var mostBytes = 2 ** 31;
/** Parses one value that takes all bytes. Throws Refused for anything but DER. */
function readDer(bytes) {
	const value = readAt(bytes, 0);
	if (value.bytes.length !== bytes.length) throw notDer("Bytes follow the value.");
	return value;
}
/** Parses the first value of the bytes, and ignores what follows. */
function readFirst(bytes) {
	return readAt(bytes, 0);
}
/** The values inside a constructed value. Throws Refused for another tag. */
function partsOf$1(value, tag = value.tag) {
	if (value.tag !== tag || (tag & 32) === 0) throw notDer(`Tag ${value.tag} stands where ${tag} should.`);
	const all = readAll(value.content);
	let next = 0;
	const any = () => all[next++] ?? fail$3("A part is missing.");
	return {
		any,
		take(wanted) {
			const part = any();
			return part.tag === wanted ? part : fail$3(`Tag ${part.tag} stands where ${wanted} should.`);
		},
		maybe: (wanted) => all[next]?.tag === wanted ? any() : null,
		rest: () => all.slice(next, all.length).map(any),
		end: () => next < all.length ? fail$3("A part stands where none should.") : void 0
	};
}
/** The values of a sequence of encodings. */
function readAll(content) {
	const all = [];
	for (let at = 0; at < content.length;) {
		const value = readAt(content, at);
		all.push(value);
		at += value.bytes.length;
	}
	return all;
}
/** Throws Refused unless the values of a SET OF are sorted by their bytes. */
function checkOrder(values) {
	values.forEach((value, index) => {
		const before = values[index - 1];
		if (before && compareBytes(before.bytes, value.bytes) > 0) throw notDer("A set is not sorted.");
	});
}
function readAt(bytes, at) {
	const tag = bytes[at] ?? fail$3("A value is missing.");
	const first = bytes[at + 1] ?? fail$3("A length is missing.");
	if ((tag & 31) === 31 || tag === 0) throw notDer(`Tag ${tag} is not used here.`);
	let start = at + 2;
	let length = first;
	if (first >= 128) {
		const count = first - 128;
		length = 0;
		for (let index = 0; index < count; index++) length = length * 256 + (bytes[start + index] ?? fail$3("A length is cut."));
		const least = count === 1 ? 128 : 256 ** (count - 1);
		if (count === 0 || count > 4 || length < least || length > mostBytes) throw notDer("A length is not written shortest.");
		start += count;
	}
	if (start + length > bytes.length) throw notDer("A value is cut.");
	return {
		tag,
		content: bytes.subarray(start, start + length),
		bytes: bytes.subarray(at, start + length)
	};
}
function notDer(message) {
	return new Refused("not_der", message);
}
function fail$3(message) {
	throw notDer(message);
}
// verifier/asn1/der-write.ts
/** The identifier bytes that are used here. */
var tags = {
	boolean: 1,
	integer: 2,
	bits: 3,
	octets: 4,
	nothing: 5,
	oid: 6,
	enumerated: 10,
	utf8: 12,
	printable: 19,
	ia5: 22,
	utcTime: 23,
	generalizedTime: 24,
	sequence: 48,
	set: 49
};
/** The tag of a constructed context-specific value. */
var context = (number) => 160 | number;
/** The tag of a primitive context-specific value. */
var plain = (number) => 128 | number;
/** Writes one value with its shortest length. */
function der(tag, ...content) {
	const length = content.reduce((sum, part) => sum + part.length, 0);
	return concat([Uint8Array.of(tag, ...lengthOf(length)), ...content]);
}
function lengthOf(length) {
	if (length < 128) return [length];
	const bytes = [];
	for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
	return [128 | bytes.length, ...bytes];
}
var sequence = (...parts) => der(tags.sequence, ...parts);
var setOf = (...parts) => der(tags.set, ...inOrder(parts));
var octets = (bytes) => der(tags.octets, bytes);
var nothing = () => der(tags.nothing);
var boolean = (value) => der(tags.boolean, Uint8Array.of(value ? 255 : 0));
/** Sorts values in the order of a SET OF. */
function inOrder(parts) {
	return [...parts].sort(compareBytes);
}
function integer(value, tag = tags.integer) {
	const bytes = [];
	let rest = BigInt(value);
	do {
		bytes.unshift(Number(BigInt.asUintN(8, rest)));
		rest >>= 8n;
	} while (!(rest === 0n && (bytes[0] ?? 0) < 128) && !(rest === -1n && (bytes[0] ?? 0) >= 128));
	return der(tag, Uint8Array.from(bytes));
}
/** An unsigned INTEGER from its bytes. */
function unsigned(bytes) {
	const start = bytes.findIndex((byte) => byte !== 0);
	const short = start < 0 ? Uint8Array.of(0) : bytes.subarray(start);
	return (short[0] ?? 0) < 128 ? der(tags.integer, short) : der(tags.integer, Uint8Array.of(0), short);
}
function oid(text) {
	const known = written$1.get(text);
	if (known) return known;
	const [first = 0n, second = 0n, ...rest] = text.split(".").map(BigInt);
	const bytes = der(tags.oid, Uint8Array.from([first * 40n + second, ...rest].flatMap(base128)));
	if (written$1.size < mostWritten) written$1.set(text, bytes);
	return bytes;
}
var written$1 = /* @__PURE__ */ new Map();
var mostWritten = 500;
function base128(value) {
	const bytes = [Number(value & 127n)];
	for (let rest = value >> 7n; rest > 0n; rest >>= 7n) bytes.unshift(Number(rest & 127n) | 128);
	return bytes;
}
// verifier/asn1/oids.ts
/** The object identifiers in seals and timestamps. */
var oids = {
	commonName: "2.5.4.3",
	organizationName: "2.5.4.10",
	ecPublicKey: "1.2.840.10045.2.1",
	p256: "1.2.840.10045.3.1.7",
	p384: "1.3.132.0.34",
	p521: "1.3.132.0.35",
	rsaEncryption: "1.2.840.113549.1.1.1",
	rsaPss: "1.2.840.113549.1.1.10",
	mgf1: "1.2.840.113549.1.1.8",
	subjectKeyIdentifier: "2.5.29.14",
	keyUsage: "2.5.29.15",
	subjectAltName: "2.5.29.17",
	basicConstraints: "2.5.29.19",
	crlNumber: "2.5.29.20",
	crlDistributionPoints: "2.5.29.31",
	certificatePolicies: "2.5.29.32",
	authorityKeyIdentifier: "2.5.29.35",
	extendedKeyUsage: "2.5.29.37",
	documentSigning: "1.3.6.1.5.5.7.3.36",
	emailProtection: "1.3.6.1.5.5.7.3.4",
	timeStamping: "1.3.6.1.5.5.7.3.8",
	data: "1.2.840.113549.1.7.1",
	signedData: "1.2.840.113549.1.7.2",
	tstInfo: "1.2.840.113549.1.9.16.1.4",
	contentType: "1.2.840.113549.1.9.3",
	messageDigest: "1.2.840.113549.1.9.4",
	signingCertificate: "1.2.840.113549.1.9.16.2.12",
	signingCertificateV2: "1.2.840.113549.1.9.16.2.47",
	timestampToken: "1.2.840.113549.1.9.16.2.14"
};
var hashOids = {
	"SHA-1": "1.3.14.3.2.26",
	"SHA-256": "2.16.840.1.101.3.4.2.1",
	"SHA-384": "2.16.840.1.101.3.4.2.2",
	"SHA-512": "2.16.840.1.101.3.4.2.3"
};
/** Signature algorithms that name their hash. */
var signatureOids = {
	"1.2.840.10045.4.3.2": {
		family: "ECDSA",
		hash: "SHA-256"
	},
	"1.2.840.10045.4.3.3": {
		family: "ECDSA",
		hash: "SHA-384"
	},
	"1.2.840.10045.4.3.4": {
		family: "ECDSA",
		hash: "SHA-512"
	},
	"1.2.840.113549.1.1.11": {
		family: "RSASSA-PKCS1-v1_5",
		hash: "SHA-256"
	},
	"1.2.840.113549.1.1.12": {
		family: "RSASSA-PKCS1-v1_5",
		hash: "SHA-384"
	},
	"1.2.840.113549.1.1.13": {
		family: "RSASSA-PKCS1-v1_5",
		hash: "SHA-512"
	}
};
// verifier/asn1/values.ts
/** A whole number in its shortest form. */
function readInteger(value, tag = tags.integer) {
	need(value, tag);
	if (value.content.length === 0 || value.content.length > 1024) throw notDer("A number has no bytes, or too many.");
	let number = (value.content[0] ?? 0) >= 128 ? -1n : 0n;
	for (const byte of value.content) number = number << 8n | BigInt(byte);
	same(value, integer(number, tag));
	return number;
}
/** A whole number that fits into 32 bits. */
function readSmall(value, tag = tags.integer) {
	const number = readInteger(value, tag);
	if (number < 0n || number > 4294967295n) throw notDer("A number is out of its range.");
	return Number(number);
}
function readOid(value) {
	need(value, tags.oid);
	const key = String.fromCharCode(...value.content.subarray(0, 64));
	const known = value.content.length <= 64 ? identifiers.get(key) : void 0;
	if (known !== void 0) return known;
	const text = decodeOid(value);
	if (identifiers.size < mostIdentifiers && value.content.length <= 64) identifiers.set(key, text);
	return text;
}
var identifiers = /* @__PURE__ */ new Map();
var mostIdentifiers = 500;
function decodeOid(value) {
	const numbers = [];
	let open = 0n;
	for (const byte of value.content) {
		open = open << 7n | BigInt(byte & 127);
		if (byte >= 128) continue;
		numbers.push(open);
		open = 0n;
	}
	const [first = 0n, ...rest] = numbers;
	const root = first < 40n ? 0n : first < 80n ? 1n : 2n;
	const text = [
		root,
		first - root * 40n,
		...rest
	].join(".");
	same(value, oid(text));
	return text;
}
function readBoolean(value) {
	need(value, tags.boolean);
	const answer = value.content[0] !== 0;
	same(value, boolean(answer));
	return answer;
}
/** The bytes of a BIT STRING without unused bits, as for keys and signatures. */
function readWholeBits(value) {
	need(value, tags.bits);
	if (value.content[0] !== 0) throw notDer("Bits do not fill their bytes.");
	return value.content.subarray(1);
}
/** The numbers of the bits that are set in a named bit list. */
function readFlags(value) {
	need(value, tags.bits);
	const [, ...bytes] = value.content;
	const flags = /* @__PURE__ */ new Set();
	bytes.forEach((byte, at) => {
		for (let bit = 0; bit < 8; bit++) if (byte & 128 >> bit) flags.add(at * 8 + bit);
	});
	return flags;
}
/** The bytes of an OCTET STRING. */
function readOctets(value) {
	need(value, tags.octets);
	return value.content;
}
/**
* A time in a certificate: UTCTime, or GeneralizedTime to the second, which some authorities write before 2050 too.
*/
function readTime$1(value) {
	if (value.tag !== tags.utcTime) return readDigits(textOf$1(value, tags.generalizedTime), "");
	const text = textOf$1(value, tags.utcTime);
	return readDigits(`${Number(text.slice(0, 2)) < 50 ? 20 : 19}${text}`, "");
}
/** A GeneralizedTime in UTC, with or without fractions of a second. */
function readGeneralizedTime(value) {
	const text = textOf$1(value, tags.generalizedTime);
	const [, whole = "", parts = ""] = /^(\d{14})(?:\.(\d*[1-9]))?Z$/.exec(text) ?? [];
	return readDigits(`${whole}Z`, parts);
}
function readDigits(text, parts) {
	const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(text) ?? [];
	const start = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
	const at = /* @__PURE__ */ new Date(`${start}.${parts.slice(0, 3).padEnd(3, "0")}Z`);
	if (Number.isNaN(at.getTime()) || !at.toISOString().startsWith(start)) throw notDer("This is no time.");
	return at;
}
function textOf$1(value, tag) {
	need(value, tag);
	return String.fromCharCode(...value.content.subarray(0, 64));
}
/** The value inside an explicit tag. */
function readInside(value) {
	return readDer(value.content);
}
function need(value, tag) {
	if (value.tag !== tag) throw notDer(`Tag ${value.tag} stands where ${tag} should.`);
}
function same(value, written) {
	if (!isSame(value.bytes, written)) throw notDer("A value is not written as DER writes it.");
}
// verifier/asn1/algorithms.ts
/** The hash of a digest algorithm. Its parameters may be absent or NULL (RFC 5754, section 2). */
function readHash(value) {
	const parts = partsOf$1(value, tags.sequence);
	const name = readOid(parts.take(tags.oid));
	parts.maybe(tags.nothing);
	parts.end();
	return strong.find((hash) => hashOids[hash] === name) ?? refuse$1(`The hash ${name} is not believed.`);
}
var strong = [
	"SHA-256",
	"SHA-384",
	"SHA-512"
];
function writeHash(hash) {
	return sequence(oid(hashOids[hash]));
}
/** The algorithm of a signature. An algorithm without a hash takes the given digest's. */
function readSignatureAlgorithm(value, digest) {
	const parts = partsOf$1(value, tags.sequence);
	const name = readOid(parts.take(tags.oid));
	const known = Object.entries(signatureOids).find(([id]) => id === name)?.[1];
	if (name === oids.rsaPss) return pssOf(value);
	if (known?.family !== "ECDSA") parts.take(tags.nothing);
	parts.end();
	if (known && (digest === void 0 || digest === known.hash)) return known;
	if (name === oids.rsaEncryption && digest) return {
		family: "RSASSA-PKCS1-v1_5",
		hash: digest
	};
	return refuse$1(`The signature algorithm ${name} is not believed.`);
}
/** The algorithm as a SignerInfo names it. RSA is named by its key alone, as openssl does. */
function writeSignerAlgorithm(algorithm) {
	if (algorithm.family === "RSASSA-PKCS1-v1_5") return sequence(oid(oids.rsaEncryption), nothing());
	return writeSignatureAlgorithm(algorithm);
}
/** The algorithm as certificates name it. */
function writeSignatureAlgorithm({ family, hash }) {
	if (family === "RSA-PSS") return writePss(hash);
	const found = Object.entries(signatureOids).find(([, one]) => one.family === family && one.hash === hash);
	if (!found) throw new Error(`There is no signature algorithm of ${family} and ${hash}.`);
	return family === "ECDSA" ? sequence(oid(found[0])) : sequence(oid(found[0]), nothing());
}
var saltLengths = {
	"SHA-256": 32,
	"SHA-384": 48,
	"SHA-512": 64
};
function writePss(hash) {
	const digest = sequence(oid(hashOids[hash]), nothing());
	const parameters = sequence(derInside(0, digest), derInside(1, sequence(oid(oids.mgf1), digest)), derInside(2, integer(saltLengths[hash])));
	return sequence(oid(oids.rsaPss), parameters);
}
function derInside(number, value) {
	const inner = sequence(value);
	inner[0] = context(number);
	return inner;
}
function pssOf(value) {
	const bare = (bytes) => bytes;
	const hash = strong.find((one) => isSame(bare(writePss(one)), value.bytes));
	return hash ? {
		family: "RSA-PSS",
		hash
	} : refuse$1("The form of RSA-PSS is not taken.");
}
var curves$1 = {
	[oids.p256]: "P-256",
	[oids.p384]: "P-384",
	[oids.p521]: "P-521"
};
function readKeyKind(publicKey) {
	const parts = partsOf$1(partsOf$1(readDer(publicKey), tags.sequence).take(tags.sequence));
	const name = readOid(parts.take(tags.oid));
	if (name === oids.rsaEncryption || name === oids.rsaPss) return { family: "RSA" };
	const curve = name === oids.ecPublicKey ? readOid(parts.take(tags.oid)) : "";
	const known = Object.entries(curves$1).find(([id]) => id === curve)?.[1];
	return known ? {
		family: "EC",
		curve: known
	} : refuse$1(`Keys of the kind ${name} are not believed.`);
}
function refuse$1(message) {
	throw new Refused("algorithm", message);
}
// verifier/asn1/canonical.ts
var constructed = 32;
var texts = [
	tags.utf8,
	18,
	tags.printable,
	20,
	tags.ia5,
	26,
	28,
	30
];
var mostDeep$2 = 40;
/** Throws Refused unless every value is in DER, as far as this shows without knowing its meaning. */
function checkCanonical(bytes) {
	checkValue(readDer(bytes), 0);
}
function checkValue(value, depth) {
	if (depth > mostDeep$2) throw notDer("The value is nested too deeply.");
	const isContext = (value.tag & 192) !== 0;
	if (value.tag & constructed) {
		if (!isContext && value.tag !== tags.sequence && value.tag !== tags.set) throw notDer("A value comes in pieces.");
		const parts = readAll(value.content);
		if (value.tag === tags.set) checkOrder(parts);
		for (const part of parts) checkValue(part, depth + 1);
	} else if (!isContext) checkPlain(value);
}
function checkPlain(value) {
	const { tag, content } = value;
	if (tag === tags.boolean) readBoolean(value);
	else if (tag === tags.integer || tag === tags.enumerated) readInteger(value, tag);
	else if (tag === tags.oid) readOid(value);
	else if (tag === tags.generalizedTime) readGeneralizedTime(value);
	else if (tag === tags.bits) checkBits(content);
	else if (tag === tags.nothing && content.length > 0) throw notDer("Nothing has a content.");
	else if (tag === tags.utf8) new TextDecoder("utf-8", { fatal: true }).decode(content);
	else if (![
		tags.octets,
		tags.nothing,
		tags.utcTime,
		...texts
	].includes(tag)) throw notDer(`Tag ${tag} is not used here.`);
}
function checkBits(content) {
	const [unused = 8] = content;
	const last = content.at(-1) ?? 0;
	if (unused > 7 || content.length === 1 && unused > 0 || last & (1 << unused) - 1) throw notDer("Unused bits are set.");
}
// verifier/asn1/certificates.ts
var known = [];
var mostKnown = 16;
/** Parses an X.509 certificate, version 3, in strict DER. Throws Refused for anything else. */
function readCertificate(bytes) {
	const found = known.find((one) => isSame(one.bytes, bytes));
	const certificate = found ?? parseCertificate(Uint8Array.from(bytes));
	if (!found) known.splice(0, 0, certificate);
	if (known.length > mostKnown) known.pop();
	return { ...certificate };
}
function parseCertificate(bytes) {
	checkCanonical(bytes);
	const outer = partsOf$1(readDer(bytes), tags.sequence);
	const [body, named, signature] = [
		outer.take(tags.sequence),
		outer.take(tags.sequence),
		outer.take(tags.bits)
	];
	outer.end();
	const parts = partsOf$1(body);
	const version = readSmall(readInside(parts.take(context(0))));
	const serial = parts.take(tags.integer);
	const inner = parts.take(tags.sequence);
	const [issuer, validity, subject, key] = [
		parts.any(),
		partsOf$1(parts.any(), tags.sequence),
		parts.any(),
		parts.any()
	];
	const [from, until] = [readTime$1(validity.any()), readTime$1(validity.any())];
	const extensions = readExtensions(readInside(parts.take(context(3))));
	parts.end();
	if (version !== 2 || readInteger(serial) < 0n || serial.content.length > 21 || !isSame(inner.bytes, named.bytes)) throw new Refused("not_certificate", "This is no certificate of version 3.");
	return {
		bytes,
		signed: body.bytes,
		serial: serial.content,
		issuer: issuer.bytes,
		subject: subject.bytes,
		from,
		until,
		publicKey: key.bytes,
		algorithm: readKnownAlgorithm(named),
		signature: readWholeBits(signature),
		extensions,
		...readMeaning(extensions)
	};
}
function readKnownAlgorithm(value) {
	try {
		return readSignatureAlgorithm(value);
	} catch (error) {
		if (error instanceof Refused && error.code === "algorithm") return null;
		throw error;
	}
}
/** The extensions by identifier. Each may occur once. */
function readExtensions(value) {
	const extensions = /* @__PURE__ */ new Map();
	for (const one of partsOf$1(value, tags.sequence).rest()) {
		const parts = partsOf$1(one, tags.sequence);
		const id = readOid(parts.take(tags.oid));
		const critical = parts.maybe(tags.boolean);
		if (critical && !readBoolean(critical)) throw new Refused("not_der", "A default value is written.");
		if (extensions.has(id)) throw new Refused("not_certificate", "An extension stands twice.");
		extensions.set(id, {
			isCritical: critical !== null,
			value: readOctets(parts.take(tags.octets))
		});
		parts.end();
	}
	return extensions;
}
function readMeaning(extensions) {
	const read = (id) => {
		const found = extensions.get(id);
		return found && readDer(found.value);
	};
	const [constraints, usage, purposes] = [
		read(oids.basicConstraints),
		read(oids.keyUsage),
		read(oids.extendedKeyUsage)
	];
	const ids = purposes ? partsOf$1(purposes, tags.sequence).rest().map(readOid) : [];
	const isCritical = extensions.get(oids.extendedKeyUsage)?.isCritical ?? false;
	return {
		authority: constraints ? readConstraints(constraints) : null,
		usage: usage ? readFlags(usage) : null,
		purposes: purposes ? {
			isCritical,
			ids
		} : null
	};
}
function readConstraints(value) {
	const parts = partsOf$1(value, tags.sequence);
	const isAuthority = parts.maybe(tags.boolean);
	const most = parts.maybe(tags.integer);
	parts.end();
	if (!isAuthority || !readBoolean(isAuthority)) return null;
	return { mostBelow: most ? readSmall(most) : Number.POSITIVE_INFINITY };
}
/** The key identifier of a certificate, or of its issuer; null without one. */
function readKeyIdentifier(certificate, whose) {
	const found = certificate.extensions.get(whose === "own" ? oids.subjectKeyIdentifier : oids.authorityKeyIdentifier);
	if (!found) return null;
	const value = readDer(found.value);
	return whose === "own" ? readOctets(value) : partsOf$1(value, tags.sequence).maybe(plain(0))?.content ?? null;
}
var attributes = {
	[oids.commonName]: "CN",
	[oids.organizationName]: "O"
};
/** A name for people: its common name, else its organization, else an empty text. */
function readCommonName(name) {
	const found = /* @__PURE__ */ new Map();
	for (const set of partsOf$1(readDer(name), tags.sequence).rest()) for (const one of partsOf$1(set, tags.set).rest()) {
		const parts = partsOf$1(one, tags.sequence);
		const short = attributes[readOid(parts.take(tags.oid))];
		if (short) found.set(short, new TextDecoder().decode(parts.any().content));
	}
	return found.get("CN") ?? found.get("O") ?? "";
}
// verifier/asn1/crls.ts
var heeded$1 = /* @__PURE__ */ new Set([oids.crlNumber, oids.authorityKeyIdentifier]);
/** Parses a list of version 2 over all certificates of its issuer, in strict DER. Throws Refused for anything else. */
function readCrl(bytes) {
	checkCanonical(bytes);
	const outer = partsOf$1(readDer(bytes), tags.sequence);
	const [body, named, signature] = [
		outer.take(tags.sequence),
		outer.take(tags.sequence),
		outer.take(tags.bits)
	];
	outer.end();
	const parts = partsOf$1(body);
	const version = readSmall(parts.take(tags.integer));
	const inner = parts.take(tags.sequence);
	const [issuer, from] = [parts.any(), readTime$1(parts.any())];
	const until = parts.maybe(tags.utcTime) ?? parts.maybe(tags.generalizedTime);
	const entries = parts.maybe(tags.sequence);
	const extensions = parts.maybe(context(0));
	parts.end();
	if (extensions) checkKnown(readExtensions(readInside(extensions)));
	if (version !== 1 || !isSame(inner.bytes, named.bytes)) throw new Refused("not_crl", "This is no list of version 2.");
	return {
		bytes,
		signed: body.bytes,
		issuer: issuer.bytes,
		from,
		until: until && readTime$1(until),
		revoked: entries ? partsOf$1(entries).rest().map((entry) => readEntry$1(entry.bytes)) : [],
		algorithm: readSignatureAlgorithm(named),
		signature: readWholeBits(signature)
	};
}
function readEntry$1(bytes) {
	const parts = partsOf$1(readDer(bytes), tags.sequence);
	const serial = parts.take(tags.integer);
	readInteger(serial);
	const at = readTime$1(parts.any());
	const extensions = parts.maybe(tags.sequence);
	if (extensions) checkKnown(readExtensions(extensions));
	parts.end();
	return {
		serial: serial.content,
		at
	};
}
function checkKnown(extensions) {
	const unknown = [...extensions].find(([id, { isCritical }]) => isCritical && !heeded$1.has(id));
	if (unknown) throw new Refused("critical_extension", `The critical extension ${unknown[0]} is not understood.`);
}
/** Whether a certificate was revoked at a time or before, by this list. */
function isRevoked(list, serial, at) {
	return list.revoked.some((one) => isSame(one.serial, serial) && one.at <= at);
}
// verifier/asn1/signatures.ts
/** The size of a coordinate in bytes, and the order of the curve. */
var curves = {
	"P-256": {
		size: 32,
		order: 115792089210356248762697446949407573529996955224135760342422259061068512044369n
	},
	"P-384": {
		size: 48,
		order: 39402006196394479212279040100143613805079739270465446667946905279627659399113263569398956308152294913554433653942643n
	},
	"P-521": {
		size: 66,
		order: 1757388200993436087035366604564836663620975436836686184804982645551499054949799948685497766115004128716743523401198982120579971708540184552546750023127046579209n
	}
};
/** The size of an RSA public key with 2,048 bits. */
var leastRsa = 290;
var opened = /* @__PURE__ */ new WeakMap();
/** Whether a key has signed data. Throws Refused for an algorithm that does not fit the key. */
async function isSignedBy$1(publicKey, algorithm, signature, data) {
	const kind = readKeyKind(publicKey);
	if (kind.family === "EC" !== (algorithm.family === "ECDSA")) throw new Refused("algorithm", "The signature algorithm does not fit the key.");
	if (kind.family === "RSA" && publicKey.length < leastRsa) throw new Refused("algorithm", "The RSA key is too short.");
	if (native && kind.family === "EC") {
		const key = opened.get(publicKey) ?? native.createPublicKey({
			key: publicKey,
			format: "der",
			type: "spki"
		});
		opened.set(publicKey, key);
		return native.verify(algorithm.hash, data, {
			key,
			dsaEncoding: "ieee-p1363"
		}, toRaw(signature, kind.curve));
	}
	const { subtle } = globalThis.crypto;
	const key = await subtle.importKey("spki", own(publicKey), importAs(kind, algorithm), false, ["verify"]);
	const bytes = kind.family === "EC" ? toRaw(signature, kind.curve) : own(signature);
	return subtle.verify(verifyAs(algorithm), key, bytes, own(data));
}
function importAs(kind, { family, hash }) {
	return kind.family === "EC" ? {
		name: "ECDSA",
		namedCurve: kind.curve
	} : {
		name: family,
		hash
	};
}
function verifyAs({ family, hash }) {
	return family === "RSA-PSS" ? {
		name: family,
		saltLength: saltLengths[hash]
	} : {
		name: family,
		hash
	};
}
/** An ECDSA signature as its two numbers, each in the curve's size. */
function toRaw(signature, curve) {
	const { r, s } = readNumbers(signature);
	const { size } = curves[curve];
	return concat([toBytes(r, size), toBytes(s, size)]);
}
/**
* An ECDSA signature with the smaller of the two valid second numbers, which makes its form unique. `signature` may be
* DER or raw.
*/
function lowest(signature, curve) {
	const { size, order } = curves[curve];
	const raw = signature.length === size * 2 ? signature : toRaw(signature, curve);
	const s = toNumber(raw.subarray(size));
	const low = s > order / 2n ? order - s : s;
	return sequence(unsigned(raw.subarray(0, size)), unsigned(toBytes(low, size)));
}
function readNumbers(signature) {
	const parts = partsOf$1(readDer(signature), tags.sequence);
	const [r, s] = [readInteger(parts.any()), readInteger(parts.any())];
	parts.end();
	return {
		r,
		s
	};
}
function toNumber(bytes) {
	return bytes.reduce((sum, byte) => sum << 8n | BigInt(byte), 0n);
}
function toBytes(number, size) {
	const bytes = new Uint8Array(size);
	let rest = number;
	for (let at = size - 1; at >= 0; at--) {
		bytes[at] = Number(rest & 255n);
		rest >>= 8n;
	}
	if (rest !== 0n || number < 0n) throw new Refused("signature", "A number of the signature is out of its range.");
	return bytes;
}
// verifier/asn1/chain.ts
var mostLong = 8;
var certSign = 5;
/** Critical extensions that are checked here, or that do not matter to seals and timestamps. */
var heeded = /* @__PURE__ */ new Set([
	oids.basicConstraints,
	oids.keyUsage,
	oids.extendedKeyUsage,
	oids.subjectAltName,
	oids.certificatePolicies,
	oids.crlDistributionPoints
]);
/** The chain from a certificate to a root, both included. Throws Refused when no chain is valid at that time. */
async function checkChain(leaf, rules) {
	const chain = [leaf];
	for (let last = leaf; !isAmong(last, rules.roots);) {
		const issuer = await findIssuer(last, rules);
		if (!issuer || chain.length > mostLong) throw new Refused("chain", "No chain leads to a root that is believed.");
		checkAuthority(issuer, chain.length - 1);
		chain.push(issuer);
		last = issuer;
	}
	for (const one of chain) checkTime(one, rules.at);
	await checkRevoked(chain, rules);
	return chain;
}
/**
* Throws Refused unless the embedded certificates are exactly those of the chain. No signature covers them, so any
* other set would leave freedom.
*/
function checkEmbedded(chain, embedded) {
	if (embedded.length !== chain.length || !embedded.every((one) => isAmong(one, chain))) throw new Refused("spare_certificate", "The certificates that stand beside a signature are not those of its chain.");
}
function isAmong(one, all) {
	return all.some((other) => isSame(other.bytes, one.bytes));
}
async function findIssuer(below, { others, roots }) {
	if (!below.algorithm) throw new Refused("algorithm", "A certificate of the chain is signed in a way that is not believed.");
	const wanted = readKeyIdentifier(below, "issuer");
	for (const one of [...roots, ...others]) {
		if (!isSame(one.subject, below.issuer) || isSame(one.bytes, below.bytes)) continue;
		const own = readKeyIdentifier(one, "own");
		if (wanted && own && !isSame(wanted, own)) continue;
		if (await hasIssued(one, below, below.algorithm)) return one;
	}
	return null;
}
var makers = /* @__PURE__ */ new WeakMap();
async function hasIssued(issuer, below, algorithm) {
	const found = makers.get(below.signature) ?? /* @__PURE__ */ new WeakSet();
	if (found.has(issuer.publicKey)) return true;
	if (!await isSignedBy$1(issuer.publicKey, algorithm, below.signature, below.signed)) return false;
	makers.set(below.signature, found.add(issuer.publicKey));
	return true;
}
function checkAuthority(issuer, below) {
	if (!(issuer.authority && issuer.authority.mostBelow >= below && (issuer.usage === null || issuer.usage.has(certSign)))) throw new Refused("chain", "A certificate of the chain may not issue others.");
}
function checkTime(one, at) {
	const unknown = [...one.extensions].find(([id, { isCritical }]) => isCritical && !heeded.has(id));
	if (unknown) throw new Refused("critical_extension", `The critical extension ${unknown[0]} is not understood.`);
	if (at < one.from || at > one.until) throw new Refused("expired", "A certificate was not valid at that time.");
}
async function checkRevoked(chain, { crls = [], at }) {
	const lists = crls.map(readCrl);
	for (const [index, one] of chain.entries()) {
		const issuer = chain[index + 1] ?? one;
		for (const list of lists) if (isSame(list.issuer, issuer.subject) && isRevoked(list, one.serial, at) && await isFrom(list, issuer)) throw new Refused("revoked", "A certificate was revoked.");
	}
}
/** Whether an authority has signed a revocation list. */
function isFrom(list, issuer) {
	return isSignedBy$1(issuer.publicKey, list.algorithm, list.signature, list.signed);
}
// verifier/asn1/cms.ts
/** Writes the only accepted form, so that nothing outside of the signature can vary. */
function writeSigned(signed) {
	const isByKey = signed.signer[0] === plain(0);
	const isData = signed.contentType === oids.data;
	const content = signed.content ? [der(context(0), octets(signed.content))] : [];
	const unsigned = signed.unsignedAttributes.length > 0 ? [der(context(1), ...inOrder(signed.unsignedAttributes))] : [];
	const signer = sequence(integer(isByKey ? 3 : 1), signed.signer, writeHash(signed.hash), der(context(0), ...inOrder(signed.signedAttributes)), writeSignerAlgorithm(signed.algorithm), octets(signed.signature), ...unsigned);
	const body = sequence(integer(isData && !isByKey ? 1 : 3), setOf(writeHash(signed.hash)), sequence(oid(signed.contentType), ...content), der(context(0), ...inOrder(signed.certificates)), setOf(signer));
	return sequence(oid(oids.signedData), der(context(0), body));
}
/** Parses a SignedData in exactly the form that writeSigned writes. Throws Refused for any other form. */
function readSigned(bytes) {
	checkCanonical(bytes);
	const signed = readAnySigned(bytes);
	if (!isSame(writeSigned(signed), bytes)) throw new Refused("not_canonical", "The signature is not written as it should.");
	return signed;
}
/** Parses a SignedData in DER with one signer, also with parts that writeSigned leaves out. */
function readAnySigned(bytes) {
	const outer = partsOf$1(readDer(bytes), tags.sequence);
	if (readOid(outer.take(tags.oid)) !== oids.signedData) throw new Refused("not_signed_data", "This is no SignedData.");
	const parts = partsOf$1(readInside(outer.take(context(0))), tags.sequence);
	outer.end();
	readSmall(parts.take(tags.integer));
	partsOf$1(parts.take(tags.set)).rest().map(readHash);
	const inner = partsOf$1(parts.take(tags.sequence));
	const contentType = readOid(inner.take(tags.oid));
	const content = inner.maybe(context(0));
	inner.end();
	const certificates = parts.maybe(context(0));
	parts.maybe(context(1));
	const signers = partsOf$1(parts.take(tags.set));
	const signer = partsOf$1(signers.take(tags.sequence));
	signers.end();
	parts.end();
	return {
		contentType,
		content: content && readOctets(readInside(content)),
		certificates: certificates ? partsOf$1(certificates).rest().map((one) => one.bytes) : [],
		...readSigner(signer)
	};
}
function readSigner(parts) {
	readSmall(parts.take(tags.integer));
	const signer = (parts.maybe(plain(0)) ?? parts.take(tags.sequence)).bytes;
	const hash = readHash(parts.take(tags.sequence));
	const attributes = parts.take(context(0));
	const algorithm = readSignatureAlgorithm(parts.take(tags.sequence), hash);
	const signature = readOctets(parts.take(tags.octets));
	const unsigned = parts.maybe(context(1));
	parts.end();
	const bytesOf = (value) => value ? inOrder(partsOf$1(value).rest().map((one) => one.bytes)) : [];
	const unsignedAttributes = bytesOf(unsigned);
	return {
		signer,
		hash,
		signedAttributes: bytesOf(attributes),
		algorithm,
		signature,
		unsignedAttributes
	};
}
/** An attribute with one value. */
function writeAttribute(id, value) {
	return sequence(oid(id), setOf(value));
}
/** The attributes by identifier. Throws Refused unless each occurs once and has one value. */
function readAttributes(attributes) {
	const found = /* @__PURE__ */ new Map();
	for (const bytes of attributes) {
		const parts = partsOf$1(readDer(bytes), tags.sequence);
		const id = readOid(parts.take(tags.oid));
		const values = partsOf$1(parts.take(tags.set));
		parts.end();
		if (found.has(id)) throw new Refused("attributes", "An attribute stands twice.");
		found.set(id, values.any());
		values.end();
	}
	return found;
}
/** The bytes that the signer has signed: its attributes as a SET OF. */
function signedBytesOf(signed) {
	return setOf(...signed.signedAttributes);
}
/** The name of a signer by its certificate: issuer and serial number. */
function writeSignerName({ issuer, serial }) {
	return sequence(issuer, der(tags.integer, serial));
}
/** The certificate of the signer, and the others. Throws Refused when the signer's is missing. */
function readSignerCertificate(signed) {
	const all = signed.certificates.map(readCertificate);
	const isSigner = (one) => {
		if (signed.signer[0] !== plain(0)) return isSame(writeSignerName(one), signed.signer);
		const own = readKeyIdentifier(one, "own");
		return own !== null && isSame(own, readDer(signed.signer).content);
	};
	const signer = all.find(isSigner);
	if (!signer) throw new Refused("signer_certificate", "The certificate of the signer is not there.");
	return {
		signer,
		others: all.filter((one) => one !== signer)
	};
}
// verifier/asn1/low.ts
/** Throws Refused for an ECDSA signature that has a second valid form. */
function checkLow(publicKey, signature) {
	const kind = readKeyKind(publicKey);
	if (kind.family === "EC" && !isSame(lowest(signature, kind.curve), signature)) throw new Refused("not_canonical", "The signature is not written with the smaller number.");
}
// verifier/asn1/signing-certificate.ts
/** The attribute that binds a signature to one certificate, by its hash (RFC 5035). */
async function writeSigningCertificate(certificate) {
	return sequence(sequence(sequence(octets(await hashOf(certificate)))));
}
/** Throws Refused unless the attributes bind to this certificate, by SHA-2, or in older tokens by SHA-1. */
async function checkBinding(attributes, certificate) {
	const [newer, older] = [attributes.get(oids.signingCertificateV2), attributes.get(oids.signingCertificate)];
	const value = newer ?? older;
	const first = value && partsOf$1(partsOf$1(value, tags.sequence).take(tags.sequence)).take(tags.sequence);
	if (!first) throw new Refused("attributes", "The signature is not bound to a certificate.");
	const parts = partsOf$1(first);
	const named = newer ? parts.maybe(tags.sequence) : null;
	const hash = newer ? named ? readHash(named) : "SHA-256" : "SHA-1";
	if (!isSame(readOctets(parts.take(tags.octets)), await hashOf(certificate, hash))) throw new Refused("signer_certificate", "The signature is bound to another certificate.");
}
// verifier/asn1/tokens.ts
/** Parses and verifies a timestamp token. Throws Refused. */
async function checkToken(bytes, rules) {
	const signed = readSigned(bytes);
	const info = readTokenInfo(signed);
	if (signed.unsignedAttributes.length > 0) throw new Refused("attributes", "The token has unsigned attributes.");
	const { signer, others } = readSignerCertificate(signed);
	await checkSignature$1(signed, signer);
	if (info.hash !== "SHA-256" || !isSame(info.imprint, rules.imprint)) throw new Refused("imprint", "The token is about something else.");
	if (rules.nonce !== void 0 && info.nonce !== rules.nonce) throw new Refused("nonce", "The token answers another request.");
	checkPurpose$1(signer);
	if (rules.window && (info.at < rules.window.from || info.at > rules.window.until)) throw new Refused("time_window", "The time of the token is not the time of the request.");
	const crls = rules.crls ?? [];
	const chain = await checkChain(signer, {
		others,
		roots: rules.roots,
		at: info.at,
		crls
	});
	checkEmbedded(chain, [signer, ...others]);
	return {
		...info,
		chain
	};
}
/** The content of a token. Throws Refused for any other content. */
function readTokenInfo({ contentType, content }) {
	if (contentType !== oids.tstInfo || !content) throw new Refused("not_token", "This is no timestamp.");
	const parts = partsOf$1(readDer(content), tags.sequence);
	if (readSmall(parts.take(tags.integer)) !== 1) throw new Refused("not_token", "The version is not known.");
	const policy = readOid(parts.take(tags.oid));
	const message = partsOf$1(parts.take(tags.sequence));
	const [hash, imprint] = [readHash(message.take(tags.sequence)), readOctets(message.take(tags.octets))];
	message.end();
	const [serial, at] = [readInteger(parts.take(tags.integer)), readGeneralizedTime(parts.take(tags.generalizedTime))];
	parts.maybe(tags.sequence);
	const ordering = parts.maybe(tags.boolean);
	if (ordering) readBoolean(ordering);
	const nonce = parts.maybe(tags.integer);
	parts.maybe(context(0));
	checkExtensions(parts.maybe(context(1)));
	parts.end();
	return {
		policy,
		hash,
		imprint,
		serial,
		at,
		nonce: nonce && readInteger(nonce)
	};
}
function checkExtensions(value) {
	if (!value) return;
	if ([...readExtensions({
		...value,
		tag: tags.sequence
	}).values()].some(({ isCritical }) => isCritical)) throw new Refused("critical_extension", "A critical extension of the token is not understood.");
}
async function checkSignature$1(signed, signer) {
	const attributes = readAttributes(signed.signedAttributes);
	const [type, digest] = [attributes.get(oids.contentType), attributes.get(oids.messageDigest)];
	if (!type || !digest || readOid(type) !== signed.contentType) throw new Refused("attributes", "An attribute of the token is missing.");
	if (!isSame(readOctets(digest), await hashOf(signed.content ?? /* @__PURE__ */ new Uint8Array(), signed.hash))) throw new Refused("content_hash", "The content of the token was changed.");
	checkLow(signer.publicKey, signed.signature);
	if (!await isSignedBy$1(signer.publicKey, signed.algorithm, signed.signature, signedBytesOf(signed))) throw new Refused("signature", "The signature of the token is wrong.");
	await checkBinding(attributes, signer.bytes);
}
function checkPurpose$1({ purposes, usage }) {
	const isOnly = purposes?.isCritical && purposes.ids.length === 1 && purposes.ids[0] === oids.timeStamping;
	const maySign = usage === null || usage.has(0) || usage.has(1);
	if (!isOnly || !maySign) throw new Refused("purpose", "The certificate is not for timestamps alone.");
}
// verifier/asn1/seals.ts
/** The attributes that a seal signs. PAdES forbids a claimed time among them (EN 319 142-1, 6.3). */
async function writeSealAttributes(certificate, digest) {
	return inOrder([
		writeAttribute(oids.contentType, oid(oids.data)),
		writeAttribute(oids.messageDigest, octets(digest)),
		writeAttribute(oids.signingCertificateV2, await writeSigningCertificate(certificate))
	]);
}
/** Parses and verifies the signature of a seal and its timestamp. Throws Refused. */
async function checkSeal(bytes, rules) {
	const { signed, signer, others } = await checkBareSeal(bytes, rules.digest);
	const token = await checkToken(readStamp(signed), {
		imprint: await hashOf(signed.signature),
		roots: rules.timeRoots,
		crls: rules.crls ?? []
	});
	const chain = await checkChain(signer, {
		others,
		roots: rules.sealRoots,
		at: token.at,
		crls: rules.crls ?? []
	});
	checkEmbedded(chain, [signer, ...others]);
	return {
		certificate: signer,
		chain,
		token,
		signature: signed.signature
	};
}
/**
* Verifies only that the key of the embedded certificate has signed the digest, without timestamp and chain. Throws
* Refused.
*/
async function checkBareSeal(bytes, digest) {
	const signed = readSigned(bytes);
	if (signed.contentType !== oids.data || signed.content || signed.hash !== "SHA-256") throw new Refused("not_signed_data", "This is no signature beside a document.");
	const { signer, others } = readSignerCertificate(signed);
	await checkSignature(signed, signer, digest);
	checkPurpose(signer);
	return {
		signed,
		signer,
		others
	};
}
async function checkSignature(signed, signer, digest) {
	const wanted = await writeSealAttributes(signer.bytes, digest);
	const isWhole = wanted.length === signed.signedAttributes.length;
	const found = readAttributes(signed.signedAttributes).get(oids.messageDigest);
	if (found && !isSame(found.bytes, octets(digest))) throw new Refused("content_hash", "The document was changed.");
	if (!isWhole || !wanted.every((one, index) => isSame(one, signed.signedAttributes[index] ?? /* @__PURE__ */ new Uint8Array()))) throw new Refused("attributes", "The seal signs other attributes than it should.");
	checkLow(signer.publicKey, signed.signature);
	if (!await isSignedBy$1(signer.publicKey, signed.algorithm, signed.signature, signedBytesOf(signed))) throw new Refused("signature", "The signature of the seal is wrong.");
}
function readStamp({ unsignedAttributes }) {
	const attributes = readAttributes(unsignedAttributes);
	const token = attributes.get(oids.timestampToken);
	if (!token || attributes.size !== 1) throw new Refused("not_token", "The seal has no timestamp, or more than that.");
	return token.bytes;
}
/** The purposes that a seal's certificate may name. A certificate without purposes may do everything. */
var purposes = /* @__PURE__ */ new Set([
	oids.documentSigning,
	oids.emailProtection,
	"2.5.29.37.0",
	"1.2.840.113583.1.1.5",
	"1.3.6.1.4.1.311.10.3.12"
]);
/** Throws Refused for a certificate that is not for seals. Keys for timestamps must be separate. */
function checkPurpose({ purposes: named, usage }) {
	const isNamed = named === null || named.ids.some((id) => purposes.has(id));
	const maySign = usage === null || usage.has(0) || usage.has(1);
	if (!isNamed || !maySign || named?.ids.includes(oids.timeStamping)) throw new Refused("purpose", "The certificate is not for seals.");
}
// verifier/disproved.ts
/** A claim of the document is false. `values` fill the sentence of the code. */
var Disproved = class extends Error {
	code;
	values;
	constructor(code, values = {}) {
		super(code);
		this.name = "Disproved";
		this.code = code;
		this.values = values;
	}
};
// verifier/evidence/base64.ts
var [strange, padding] = [/[^A-Za-z\d+/]/, /={1,2}$/];
/** Decodes base64; null for any other form than the canonical one. */
function readBase64(text) {
	if (text.length % 4 !== 0 || strange.test(text.replace(padding, ""))) return null;
	const bytes = Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
	return text.endsWith("=") && writeBase64(bytes) !== text ? null : bytes;
}
function writeBase64(bytes) {
	let text = "";
	for (const byte of bytes) text += String.fromCharCode(byte);
	return btoa(text);
}
// verifier/evidence/note.ts
/** The key types of logs, which sign notes, and of witnesses, which cosign heads. */
var keyTypes = {
	note: 1,
	cosignature: 4
};
var mostSignatures = 100;
var divider = "\n\n";
/** Parses a note without verifying it. Null for any other text. */
function readNote(note) {
	const end = note.lastIndexOf(divider);
	const lines = note.slice(end + 2).split("\n");
	if (end < 1 || lines.pop() !== "" || lines.length === 0 || lines.length > mostSignatures) return null;
	if (/(?!\n)\p{Cc}/u.test(note) || !note.isWellFormed()) return null;
	const signatures = lines.flatMap((line) => readSignature(line) ?? []);
	return signatures.length === lines.length ? {
		text: note.slice(0, end + 1),
		signatures
	} : null;
}
function readSignature(line) {
	const [, name = "", text = ""] = /^\u2014 ([^\s+]+) (\S+)$/.exec(line) ?? [];
	const bytes = readBase64(text);
	return bytes && bytes.length > 4 ? {
		name,
		keyId: toHex(bytes.subarray(0, 4)),
		bytes: bytes.slice(4)
	} : null;
}
/** Parses a verifier key, `<name>+<key id in hex>+<type and public key in base64>`. Null for another type or form. */
async function readNoteKey(vkey, type) {
	const [, name = "", keyId = "", text = ""] = /^([^\s+]+)\+([\da-f]{8})\+(\S+)$/.exec(vkey) ?? [];
	const bytes = readBase64(text);
	if (bytes?.length !== 33 || bytes[0] !== type) return null;
	return toHex((await hashOf(concat([encodeText(`${name}\n`), bytes]))).subarray(0, 4)) === keyId ? {
		name,
		keyId,
		publicKey: bytes.slice(1)
	} : null;
}
/** The signatures of a note with the name and id of a key. */
function signaturesOf({ signatures }, { name, keyId }) {
	return signatures.filter((one) => one.name === name && one.keyId === keyId);
}
/** Whether an Ed25519 key has signed a text. */
async function isSignedBy({ publicKey }, signature, text) {
	const { subtle } = globalThis.crypto;
	const key = await subtle.importKey("raw", publicKey, "Ed25519", false, ["verify"]);
	return subtle.verify("Ed25519", key, signature, encodeText(text));
}
// verifier/evidence/witnesses.ts
/**
* The witnesses of the trust file that have signed a head. Throws Disproved for a false signature under their name.
*/
async function cosignedBy(note, { witnesses }) {
	const found = [];
	for (const witness of witnesses) {
		const [first, ...others] = signaturesOf(note, witness);
		if (!first) continue;
		const times = [];
		for (const one of [first, ...others]) times.push(await readTime(note, witness, one));
		found.push({
			name: witness.name,
			at: times[0] ?? /* @__PURE__ */ new Date(0)
		});
	}
	return found;
}
async function readTime(note, witness, { bytes }) {
	const seconds = bytes.subarray(0, 8).reduce((sum, byte) => sum * 256 + byte, 0);
	const isWhole = bytes.length === 72 && seconds <= 864e10;
	const message = `cosignature/v1\ntime ${seconds}\n${note.text}`;
	if (!isWhole || !await isSignedBy(witness, bytes.slice(8), message)) throw new Disproved("witness_false", { witness: witness.name });
	return /* @__PURE__ */ new Date(seconds * 1e3);
}
// verifier/evidence/checkpoint.ts
/**
* The clocks of two servers may differ by this much. A timestamp has whole seconds, so it may be older than its cause.
*/
var skewMs = 3e5;
/** Parses a head and verifies its signatures. Throws Disproved. */
async function checkHead(checkpoint, origin, between, trust) {
	const note = readNote(checkpoint);
	const head = note && readHead(note.text);
	if (!note || !head || head.origin !== origin) throw new Disproved("checkpoint_form");
	const log = trust.logs.find((one) => one.origin === origin);
	if (!log) throw new Disproved("log_stranger", { origin });
	await checkLogKeys(note, log.keys, between);
	const latest = between.until.getTime() + skewMs;
	const witnesses = (await cosignedBy(note, trust)).filter(({ at }) => at.getTime() <= latest);
	if ((trust.quorumFrom === null || between.until.getTime() - 3e5 >= trust.quorumFrom.getTime()) && witnesses.length < trust.quorum) throw new Disproved("witnesses_few", {
		found: String(witnesses.length),
		wanted: String(trust.quorum)
	});
	return {
		...head,
		witnesses
	};
}
function readHead(text) {
	const [origin = "", size = "", root = "", ...rest] = text.split("\n");
	const bytes = readBase64(root);
	return origin !== "" && /^[1-9]\d{0,14}$/.test(size) && rest.length === 1 && rest[0] === "" && bytes?.length === 32 ? {
		origin,
		size: Number(size),
		root: bytes
	} : null;
}
async function checkLogKeys(note, keys, between) {
	const used = [];
	for (const key of keys) for (const { bytes } of signaturesOf(note, key)) {
		if (!await isSignedBy(key, bytes, note.text)) throw new Disproved("checkpoint_signature");
		used.push(key);
	}
	if (used.length === 0) throw new Disproved("checkpoint_signature");
	const [earliest, latest] = [/* @__PURE__ */ new Date(between.from.getTime() - skewMs), new Date(between.until.getTime() + skewMs)];
	if (!used.some(({ from, until }) => from <= latest && (until === null || until >= earliest))) throw new Disproved("log_key_time");
}
function isRoot(root, head) {
	return root !== null && isSame(root, head.root);
}
// verifier/evidence/ids.ts
/** The stored id of a public id that ends in 32 digits: `AGREESUBMISSION-<32 hex>`. Null for any other form. */
function keyOf(id) {
	const [, a, b, c, d, e] = /^[A-Z]+-([\da-f]{8})([\da-f]{4})([\da-f]{4})([\da-f]{4})([\da-f]{12})$/.exec(id) ?? [];
	return a === void 0 ? null : `${a}-${b}-${c}-${d}-${e}`;
}
var letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
/** The stored id of a link's public id: 22 letters, which are digits of base 57. */
function keyOfLink(id) {
	const digits = [...id].map((letter) => BigInt(letters.indexOf(letter)));
	if (digits.length !== 22 || digits.some((digit) => digit < 0n)) return null;
	return keyOf(`LINK-${digits.reduce((sum, digit) => sum * 57n + digit, 0n).toString(16).padStart(32, "0")}`);
}
// src/core/canonical-json.ts
/**
* JSON with sorted keys and without white space (the idea of RFC 8785). A value gives the same text before and after it
* was stored: times are ISO text, and undefined members are left out.
*/
function canonicalJson(value) {
	if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "null";
	if (value instanceof Date) return JSON.stringify(value);
	if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
	let members = "";
	for (const key of Object.keys(value).sort()) {
		const member = Reflect.get(value, key);
		if (member !== void 0) members += `${members && ","}${JSON.stringify(key)}:${canonicalJson(member)}`;
	}
	return `{${members}}`;
}
// src/core/evidence/format.ts
/**
* The published format of the file `evidence.json` inside a sealed document: canonical JSON in UTF-8. A verifier needs
* nothing else from this server.
*/
var evidenceFormat = "sealane-evidence/1";
/**
* How long a seal can be proved: B-T has a timestamp, B-LT also the revocation data of its certificates, and B-LTA
* timestamps that are renewed for decades.
*/
var sealLevels = [
	"B-T",
	"B-LT",
	"B-LTA"
];
// verifier/evidence/shape.ts
var isText$1 = (value) => typeof value === "string";
/** A safe whole number from 0. */
var isCount = (value) => typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
var isAnything = (value) => value !== void 0;
function isTextLike(form) {
	return (value) => typeof value === "string" && form.test(value);
}
function isOneOf(words) {
	return (value) => words.some((word) => word === value);
}
function isMaybe(is) {
	return (value) => value === void 0 || is(value);
}
function isOrNull(is) {
	return (value) => value === null || is(value);
}
function isListOf(is) {
	return (value) => Array.isArray(value) && value.every(is);
}
function isRecordOf(is) {
	return (value) => isObject(value) && Object.values(value).every(is);
}
/** An object with exactly these members. */
function isObjectOf(members) {
	const wanted = Object.entries(members);
	return (value) => isObject(value) && Object.keys(value).every((name) => Object.hasOwn(members, name)) && wanted.every(([name, is]) => is(Object.hasOwn(value, name) ? value[name] : void 0));
}
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
// verifier/evidence/read.ts
var isHash = isTextLike(/^[\da-f]{64}$/);
var isOpening = isObjectOf({
	salt: isTextLike(/^[\da-f]{32}$/),
	value: isAnything
});
var isEntry = isObjectOf({
	leaf: isCount,
	proof: isListOf(isText$1),
	entry: isText$1,
	row: isMaybe(isText$1),
	openings: isRecordOf(isOpening)
});
var isEvidence = isObjectOf({
	format: isOneOf([evidenceFormat]),
	level: isOneOf(sealLevels),
	origin: isText$1,
	organization: isObjectOf({
		id: isText$1,
		name: isText$1
	}),
	agreement: isObjectOf({
		id: isText$1,
		title: isText$1,
		source_sha256: isHash
	}),
	link: isText$1,
	submission: isText$1,
	trail: isObjectOf({
		checkpoint: isText$1,
		entries: isListOf(isEntry)
	})
});
var mostDeep$1 = 64;
/** Parses the evidence of a document. Throws Disproved for any form but the published one. */
function readEvidence(bytes) {
	const value = readCanonical(bytes);
	if (!isEvidence(value)) throw new Disproved("evidence_form");
	return value;
}
function readCanonical(bytes) {
	try {
		return readJson(new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(bytes));
	} catch {
		throw new Disproved("evidence_form");
	}
}
/**
* Parses canonical JSON. Throws for any other form: white space, unsorted or repeated members, other notations of
* numbers.
*/
function readJson(text) {
	const value = JSON.parse(text);
	if (depthOf(value) > mostDeep$1 || canonicalJson(value) !== text) throw new Error("This is no canonical JSON.");
	return value;
}
function depthOf(value, depth = 0) {
	if (typeof value !== "object" || value === null || depth > mostDeep$1) return depth;
	return Object.values(value).reduce((most, one) => Math.max(most, depthOf(one, depth + 1)), depth);
}
// verifier/evidence/rows.ts
var isMembers = isRecordOf((value) => value !== void 0);
var isRow = isObjectOf({
	chain: isText$1,
	sequence: isCount,
	action: isText$1,
	actor: isMembers,
	subject_type: isText$1,
	subject_id: isText$1,
	data: isMembers,
	occurred_at: isText$1
});
/** Parses the rows of a trail, and verifies that they are one chain without a gap. Throws Disproved. */
async function readRows(entries) {
	const rows = [];
	let hash = /* @__PURE__ */ new Uint8Array(32);
	for (const entry of entries) {
		const row = readRow(entry);
		const text = entry.row ?? entry.entry;
		hash = await hashOf(concat([hash, encodeText(text)]));
		if (entry.row !== void 0 && entry.entry !== canonicalJson({ row_sha256: toHex(hash) })) throw new Disproved("row_form", { row: String(row.sequence) });
		if (row.sequence !== rows.length + 1) throw new Disproved("trail_gap", { row: String(rows.length + 1) });
		if (row.chain !== (rows[0] ?? row).chain) throw new Disproved("trail_other");
		const closed = await checkOpenings(row, entry);
		const opened = Object.fromEntries(Object.entries(entry.openings).map(([path, { value }]) => [path, value]));
		rows.push({
			...row,
			leaf: entry.leaf,
			at: new Date(row.occurred_at),
			opened,
			closed
		});
	}
	if (rows.length === 0) throw new Disproved("trail_empty");
	return rows;
}
function readRow({ entry, row }) {
	const value = parse$1(row ?? entry);
	if (!isRow(value) || toMoment(value.occurred_at) !== value.occurred_at) throw new Disproved("row_form", { row: "" });
	return value;
}
function parse$1(text) {
	try {
		return readJson(text);
	} catch {
		throw new Disproved("row_form", { row: "" });
	}
}
function toMoment(text) {
	const at = new Date(text);
	return Number.isNaN(at.getTime()) ? null : at.toISOString();
}
/** Verifies that each opening matches the commitment at its path. Returns the commitments without an opening. */
async function checkOpenings(row, { openings }) {
	const closed = findCommitments(row);
	for (const [path, { salt, value }] of Object.entries(openings)) {
		const found = closed.get(path);
		const hash = await hashOf(concat([fromHex(salt), encodeText(canonicalJson(value))]));
		if (found === void 0 || !isSame(encodeText(found), encodeText(toHex(hash)))) throw new Disproved("opening_false", {
			row: String(row.sequence),
			member: path
		});
		closed.delete(path);
	}
	return [...closed.keys()];
}
/** The commitments of a row by path. A commitment is a member, or a member of a member. */
function findCommitments({ actor, data }) {
	const found = /* @__PURE__ */ new Map();
	for (const [root, members] of Object.entries({
		actor,
		data
	})) for (const [name, value] of Object.entries(members)) {
		note(found, `${root}.${name}`, value);
		if (isObject(value) && !isCommitment(value)) for (const [inner, one] of Object.entries(value)) note(found, `${root}.${name}.${inner}`, one);
	}
	return found;
}
function note(found, path, value) {
	if (isCommitment(value)) found.set(path, value.commitment);
}
function isCommitment(value) {
	const [name, ...others] = isObject(value) ? Object.keys(value) : [];
	return isObject(value) && name === "commitment" && others.length === 0 && typeof value.commitment === "string";
}
// verifier/evidence/proof.ts
/** Parses the entry of a row; null for any other text. */
function readEntry(text) {
	try {
		const row = readJson(text);
		if (!isRow(row)) return null;
		const at = new Date(row.occurred_at);
		return !Number.isNaN(at.getTime()) && at.toISOString() === row.occurred_at ? {
			...row,
			at
		} : null;
	} catch {
		return null;
	}
}
var mostHashes = 64;
/** Parses a proof file; null for any other text. */
function readProof(text) {
	const end = text.indexOf("\n\n");
	if (end < 0) return null;
	const [start, ...lines] = text.slice(0, end).split("\n");
	const said = lines[0]?.startsWith("extra ") ? lines.shift() : void 0;
	const extra = said === void 0 ? null : readBase64(said.slice(6));
	const [, leaf] = /^index (0|[1-9]\d{0,14})$/.exec(lines.shift() ?? "") ?? [];
	const hashes = lines.flatMap((line) => readBase64(line) ?? []);
	const isWhole = hashes.length === lines.length && hashes.every(({ length }) => length === 32);
	if (!(start === "c2sp.org/tlog-proof@v1" && leaf !== void 0 && hashes.length <= mostHashes) || !isWhole || said !== void 0 && !extra) return null;
	return {
		leaf: Number(leaf),
		hashes,
		checkpoint: text.slice(end + 2),
		extra
	};
}
// verifier/evidence/tree.ts
var [ofLeaf, ofNode] = [Uint8Array.of(0), Uint8Array.of(1)];
/** The hash of a leaf (RFC 6962, section 2.1). */
function leafHash(entry) {
	return hashOf(concat([ofLeaf, entry]));
}
function nodeHash(left, right) {
	return hashOf(concat([
		ofNode,
		left,
		right
	]));
}
/**
* The root of the tree, from a leaf's hash and its sibling hashes (RFC 9162, section 2.1.3.2). Null when there are too
* many or too few.
*/
async function rootOf(hash, { leaf, size }, proof) {
	if (leaf >= size) return null;
	let [at, last, found] = [
		leaf,
		size - 1,
		hash
	];
	for (const beside of proof) {
		if (last === 0) return null;
		if (at % 2 === 1) found = await nodeHash(beside, found);
		else if (at < last) found = await nodeHash(found, beside);
		else {
			while (at % 2 === 0 && at > 0) [at, last] = [at / 2, Math.floor(last / 2)];
			found = await nodeHash(beside, found);
		}
		[at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
	}
	return last === 0 ? found : null;
}
// verifier/bundle/completed.ts
var everLater = /* @__PURE__ */ new Date("9999-01-01T00:00:00Z");
/** Verifies that the log names this very document as the finished one. Throws Disproved. */
async function checkCompleted({ row: text, proof }, { id, rows, head: before, document_sha256 }, trust) {
	const row = readEntry(text) ?? fail$2();
	const read = readProof(proof);
	if (!read || read.extra !== null) throw new Disproved("completed_form");
	const { leaf, hashes, checkpoint } = read;
	const isEnd = row.action === "agreement.completed" || row.action === "document.refreshed";
	const follows = row.sequence > rows.length && rows.every((one) => leaf > one.leaf);
	const isThis = row.chain === keyOf(id) && row.data.sha256 === document_sha256;
	if (!isEnd || !follows || !isThis) throw new Disproved("completed_other");
	const head = await checkHead(checkpoint, before.origin, {
		from: row.at,
		until: everLater
	}, {
		...trust,
		quorum: 0
	});
	const root = await rootOf(await leafHash(encodeText(text)), {
		leaf,
		size: head.size
	}, hashes);
	const isForked = head.size < before.size || head.size === before.size && !isRoot(head.root, before);
	if (!isRoot(root, head) || isForked) throw new Disproved("completed_not_in_log");
	const witnesses = head.witnesses.map(({ name, at }) => ({
		name,
		at: at.toISOString()
	}));
	const signed = {
		checkpoint_size: head.size,
		checkpoint_root: toHex(head.root)
	};
	return {
		at: row.occurred_at,
		log_index: leaf,
		...signed,
		witnesses
	};
}
function fail$2() {
	throw new Disproved("completed_form");
}
// verifier/bundle/unzip.ts
var decoder = new TextDecoder("utf-8", { fatal: true });
var [ofFile, ofList, ofEnd] = [
	67324752,
	33639248,
	101010256
];
/** The lengths of the three records of a ZIP, without names. */
var [fileLength, listLength, endLength] = [
	30,
	46,
	22
];
var mostFiles = 100;
var [stored, deflated] = [0, 8];
function isZip(bytes) {
	return bytes.length >= endLength && viewOf(bytes).getUint32(0, true) === ofFile;
}
/**
* The wanted files of a ZIP by name. `wanted` has the greatest size of each, and other files are skipped. Null for a
* ZIP that two readers could read in two ways (a repeated name, overlapping files, a gap, a comment at the end), and
* for any other bytes.
*/
async function unzip(bytes, wanted) {
	try {
		return await readFiles(bytes, wanted);
	} catch {
		return null;
	}
}
async function readFiles(bytes, wanted) {
	const view = viewOf(bytes);
	const end = bytes.length - endLength;
	const [count, start] = [view.getUint16(end + 10, true), view.getUint32(end + 16, true)];
	if (view.getUint32(end, true) !== ofEnd || count > mostFiles) return null;
	const files = /* @__PURE__ */ new Map();
	const names = /* @__PURE__ */ new Set();
	let [at, next] = [start, 0];
	for (let index = 0; index < count; index++) {
		const file = readFile(bytes, view, at);
		if (!file || file.at !== next || names.has(file.name)) return null;
		names.add(file.name);
		const most = wanted.get(file.name);
		const data = most === void 0 ? null : await unpack(file, most);
		if (data) files.set(file.name, data);
		at = file.listEnd;
		next = file.end;
	}
	return at === end && next === start ? files : null;
}
/** A file by its entry in the directory. Null when the header before its data differs from the entry. */
function readFile(bytes, view, listed) {
	const short = (at) => view.getUint16(at, true);
	const long = (at) => view.getUint32(at, true);
	const at = long(listed + 42);
	const nameOf = (from, length) => decoder.decode(bytes.subarray(from, from + length));
	const name = nameOf(listed + listLength, short(listed + 28));
	const [method, packed, size] = [
		short(listed + 10),
		long(listed + 20),
		long(listed + 24)
	];
	const isSame = long(listed) === ofList && long(at) === ofFile && short(at + 6) === short(listed + 8) && (short(at + 6) & -2055) === 0 && short(at + 8) === method && long(at + 18) === packed && long(at + 22) === size && nameOf(at + fileLength, short(at + 26)) === name;
	const from = at + fileLength + short(at + 26) + short(at + 28);
	const end = from + packed;
	if (!isSame || method !== stored && method !== deflated || end > bytes.length) return null;
	const listEnd = listed + listLength + short(listed + 28) + short(listed + 30) + short(listed + 32);
	return {
		name,
		at,
		method,
		size,
		data: bytes.subarray(from, end),
		end,
		listEnd
	};
}
/** The bytes of a file. Null when there are more than `most`, or another number than the directory says. */
async function unpack({ method, data, size }, most) {
	if (size > most) return null;
	const whole = method === stored ? data : await inflate(data, size);
	return whole?.length === size ? whole : null;
}
async function inflate(bytes, most) {
	const reader = new Blob([Uint8Array.from(bytes)]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
	const parts = [];
	for (let size = 0;;) {
		const { done, value } = await reader.read();
		if (done) return concat(parts);
		size += value.length;
		if (size > most) return null;
		parts.push(value);
	}
}
function viewOf(bytes) {
	return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}
// verifier/bundle/read.ts
var mb = 1048576;
var wanted = /* @__PURE__ */ new Map([
	["document.pdf", 1024 * mb],
	["completed.json", mb],
	["completed.tlog-proof", mb]
]);
/** Reads a bundle, as the server makes it. Throws Disproved for any other ZIP. */
async function readBundle(bytes) {
	const files = await unzip(bytes, wanted);
	const [document, row, proof] = [...wanted.keys()].map((name) => files?.get(name));
	if (!document || !row || !proof) throw new Disproved("bundle_form");
	return {
		document,
		completed: {
			row: readText(row),
			proof: readText(proof)
		}
	};
}
function readText(bytes) {
	try {
		return new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(bytes);
	} catch {
		throw new Disproved("completed_form");
	}
}
// verifier/evidence/check.ts
/** Verifies the evidence of a document that was sealed at this time. Throws Disproved. */
async function checkEvidence(file, sealedAt, trust) {
	const rows = await readRows(file.trail.entries);
	checkFacts(file, rows);
	const last = rows.reduce((latest, { at }) => at > latest ? at : latest, /* @__PURE__ */ new Date(0));
	if (last.getTime() > sealedAt.getTime() + 3e5) throw new Disproved("later_than_seal");
	const head = await checkHead(file.trail.checkpoint, file.origin, {
		from: last,
		until: sealedAt
	}, trust);
	await Promise.all(file.trail.entries.map((entry, index) => checkIncluded(entry, index, head)));
	return {
		file,
		rows,
		head
	};
}
async function checkIncluded({ leaf, proof, entry }, index, head) {
	const hashes = proof.flatMap((text) => readBase64(text) ?? []);
	if (!isRoot(hashes.length === proof.length && hashes.every(({ length }) => length === 32) ? await rootOf(await leafHash(encodeText(entry)), {
		leaf,
		size: head.size
	}, hashes) : null, head)) throw new Disproved("not_in_log", { row: String(index + 1) });
}
var ended = [
	"agreement.completed",
	"document.refreshed",
	"document.removed"
];
var acted = ["agreement.signed", "agreement.approved"];
function checkFacts({ origin, organization, agreement, link, submission }, rows) {
	const isLog = origin.endsWith(`/evidence/${organization.id}`) && keyOf(organization.id) !== null;
	const isTrail = rows.every(({ chain }) => chain === keyOf(submission));
	const isAgreement = rows.every(({ data: { agreementId, agreementLinkId } }) => (agreementId === void 0 || agreementId === keyOf(agreement.id)) && (agreementLinkId === void 0 || agreementLinkId === keyOfLink(link)));
	if (!isLog || !isTrail || !isAgreement) throw new Disproved("trail_other");
	if (!rows.every(({ action, data }) => !acted.includes(action) || data.shownSha256 === agreement.source_sha256)) throw new Disproved("shown_other");
	if (rows.some(({ action }) => ended.includes(action))) throw new Disproved("trail_ended");
}
// verifier/evidence/content.ts
/**
* Verifies that the log had the content of a document before it was sealed, in the row after the rows of its evidence.
* Null for a document from before contents were logged. Throws Disproved.
*/
async function checkContent(content, around) {
	const { evidence, checked, sealedAt, trust } = around;
	if (!content) {
		if (!(trust.contentFrom === null || sealedAt.getTime() < trust.contentFrom.getTime())) throw new Disproved("content_missing");
		return null;
	}
	const { entry, leaf, hashes, checkpoint, row } = read$1(content.proof);
	const { file, rows, head: before } = checked;
	const isNext = row.chain === keyOf(file.submission) && row.sequence === rows.length + 1;
	const isThis = row.action === "document.prepared" && row.data.contentSha256 === content.sha256;
	const follows = rows.every((one) => leaf > one.leaf);
	if (!isNext || !isThis || !follows || row.data.evidenceSha256 !== toHex(await hashOf(evidence))) throw new Disproved("content_other");
	if (row.at.getTime() > sealedAt.getTime() + 3e5) throw new Disproved("later_than_seal");
	const head = await checkHead(checkpoint, file.origin, {
		from: row.at,
		until: sealedAt
	}, trust);
	const root = await rootOf(await leafHash(encodeText(entry)), {
		leaf,
		size: head.size
	}, hashes);
	const isForked = head.size < before.size || head.size === before.size && !isRoot(head.root, before);
	if (!isRoot(root, head) || isForked) throw new Disproved("content_not_in_log");
	const witnesses = head.witnesses.map(({ name, at }) => ({
		name,
		at: at.toISOString()
	}));
	const signed = {
		checkpoint_size: head.size,
		checkpoint_root: toHex(head.root)
	};
	return {
		sha256: content.sha256,
		at: row.occurred_at,
		log_index: leaf,
		...signed,
		witnesses
	};
}
function read$1(bytes) {
	const proof = readProof(decode(bytes));
	const entry = decode(proof?.extra ?? /* @__PURE__ */ new Uint8Array());
	const row = readEntry(entry);
	if (!proof || !row) throw new Disproved("content_form");
	return {
		...proof,
		entry,
		row
	};
}
function decode(bytes) {
	try {
		return new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(bytes);
	} catch {
		throw new Disproved("content_form");
	}
}
// verifier/pdf/layout.ts
/**
* The objects that a seal adds, as offsets from its first object number. Later revisions change only these and add
* their own, so that the verifier can write them again.
*/
var layout = {
	signature: 0,
	field: 1,
	annotations: 2,
	form: 3,
	fileSpec: 4,
	file: 5,
	/** The remaining objects exist only in a tagged document. */
	section: 6,
	element: 7,
	parents: 8,
	parentRoot: 9,
	oldParents: 10,
	/** The proof exists only in a document whose content was logged before it was sealed. */
	proofSpec: 11,
	proofFile: 12
};
/** The files that a seal attaches, in the order in which the catalog lists them. */
var attached = {
	evidence: {
		spec: layout.fileSpec,
		file: layout.file,
		name: "evidence.json",
		type: "application/json"
	},
	proof: {
		spec: layout.proofSpec,
		file: layout.proofFile,
		name: "document.tlog-proof",
		type: "text/plain"
	}
};
// verifier/pdf/values.ts
var name = (text) => ({
	kind: "name",
	name: text
});
var ref = (number) => ({
	kind: "ref",
	number,
	generation: 0
});
var bytesText = (bytes) => ({
	kind: "text",
	bytes
});
var dict = (entries) => new Map(Object.entries(entries));
function isList(value) {
	return Array.isArray(value);
}
function isDict(value) {
	return value instanceof Map;
}
function isRef(value) {
	return isTagged(value) && value.kind === "ref";
}
function isText(value) {
	return isTagged(value) && value.kind === "text";
}
function isName(value, text) {
	return isTagged(value) && value.kind === "name" && (text === void 0 || value.name === text);
}
function isTagged(value) {
	return typeof value === "object" && value !== null && "kind" in value;
}
/** A text for people: ASCII if possible, else UTF-16 with a byte order mark. */
function text(words) {
	const isPlain = /^[\x20-\x7e]*$/.test(words);
	const codes = isPlain ? [...words].map((one) => one.charCodeAt(0)) : [254, 255];
	if (!isPlain) for (let at = 0; at < words.length; at++) codes.push(words.charCodeAt(at) >> 8, words.charCodeAt(at) & 255);
	return bytesText(Uint8Array.from(codes));
}
// verifier/pdf/write.ts
var end = encodeText("\nendobj\n");
/** Writes an object in the one form of our revisions. */
function writeObject({ number, generation = 0, value, stream }, hole) {
	const [before, after] = splitAt(`${number} ${generation} obj\n${write(value, hole)}`);
	const head = encodeText(before + after);
	return {
		bytes: stream ? concat([
			head,
			encodeText("\nstream\n"),
			stream,
			encodeText("\nendstream"),
			end
		]) : concat([head, end]),
		holeAt: after === "" ? null : before.length
	};
}
var mark = "\0";
function splitAt(text) {
	const [before = "", after = ""] = text.split(mark);
	return [before, after];
}
/** Writes a value in the one form of our revisions: single spaces, texts in lower-case hex. */
function write(value, hole) {
	if (value === null || typeof value === "boolean") return String(value);
	if (typeof value === "number") return writeNumber(value);
	if (isDict(value)) return writeDict(value, hole);
	if (!("kind" in value)) return `[${value.map((one) => write(one, hole)).join(" ")}]`;
	if (value.kind === "name") return writeName(value.name);
	if (value.kind === "ref") return `${value.number} ${value.generation} R`;
	return `<${value === hole ? mark : ""}${toHex(value.bytes)}>`;
}
function writeDict(value, hole) {
	return `<< ${[...value].map(([key, one]) => `${writeName(key)} ${write(one, hole)} `).join("")}>>`;
}
function writeNumber(value) {
	if (!Number.isFinite(value) || Math.abs(value) >= 0x38d7ea4c68000) throw new Error("A number cannot be written in a PDF.");
	return Number.isInteger(value) ? String(value + 0) : value.toFixed(8).replace(/\.?0+$/, "").replace(/^-0$/, "0");
}
function writeName(text) {
	return plainName.test(text) ? `/${text}` : `/${[...encodeText(text)].map(writeNameByte).join("")}`;
}
var plainName = /^[\w.+-]*$/;
function writeNameByte(byte) {
	return byte > 32 && byte < 127 && !"#/()<>[]{}%".includes(String.fromCharCode(byte)) ? String.fromCharCode(byte) : `#${byte.toString(16).padStart(2, "0")}`;
}
// verifier/pdf/content.ts
/**
* The SHA-256 of everything that a sealed document shows and contains: the hash of the base, the objects of the seal's
* revision, and the references in its trailer. Only the digits and the byte range of the signature are left out, and
* the proof that this hash was logged. `baseSha256` is the hash of the base, if it is known.
*/
async function hashContent(base, { before, newId, first, objects }, baseSha256) {
	const logged = objects.filter(({ number }) => number !== first + layout.proofFile).map((one) => one.number === first ? withoutDigits(one) : one).sort((a, b) => a.number - b.number);
	const leads = dict({
		Type: name(before.isStream ? "XRef" : "Table"),
		Root: before.root,
		Info: before.info,
		ID: [bytesText(before.id), bytesText(newId)],
		Prev: before.xrefAt
	});
	const written = logged.map((one) => writeObject(one).bytes);
	return hashOf(concat([
		baseSha256 ?? await hashOf(base),
		...written,
		encodeText(write(leads))
	]));
}
function withoutDigits(signature) {
	const entries = isDict(signature.value) ? [...signature.value] : [];
	return {
		...signature,
		value: new Map(entries.filter(([key]) => key !== "ByteRange" && key !== "Contents"))
	};
}
// verifier/pdf/read.ts
/** The error for anything that is not written as our revisions are. */
var NotOurs = class extends Error {};
var mostDeep = 60;
var latin$2 = new TextDecoder("latin1");
function partOf(bytes) {
	return {
		bytes,
		text: latin$2.decode(bytes)
	};
}
var head = /([1-9]\d{0,9}) (0|[1-9]\d{0,4}) obj\n/y;
/**
* Parses the object at a position, as our revisions write objects. Writing the whole revision again proves its form.
* Throws NotOurs.
*/
function readObject({ bytes, text }, at) {
	const [all = "", number, generation] = match(head, text, at) ?? fail$1("Something else stands between objects.");
	const read = readValue(text, at + all.length);
	const object = {
		number: Number(number),
		generation: Number(generation),
		value: read.value
	};
	if (!text.startsWith("\nstream\n", read.end)) return {
		object,
		end: skip(text, read.end, "\nendobj\n")
	};
	const length = isDict(read.value) ? read.value.get("Length") : void 0;
	if (typeof length !== "number" || length < 0 || !Number.isInteger(length)) fail$1("A stream has no length.");
	const start = read.end + 8;
	object.stream = bytes.subarray(start, start + length);
	return {
		object,
		end: skip(text, start + length, "\nendstream\nendobj\n")
	};
}
/** Parses the value at a position of a text, as our revisions write values. Throws NotOurs. */
function readValue(text, at, depth = 0) {
	if (depth > mostDeep) fail$1("A value is nested too deeply.");
	const first = text[at];
	if (first === "[") return readList(text, at + 1, depth);
	if (first === "<") return text[at + 1] === "<" ? readDict(text, at + 3, depth) : readHex(text, at + 1);
	if (first === "/") return readName(text, at);
	return readWord(text, at);
}
var word = /(\d{1,10}) (\d{1,5}) R|-?\d{1,15}(?:\.\d{1,8})?|true|false|null/y;
function readWord(text, at) {
	const [all = "", number, generation] = match(word, text, at) ?? fail$1("A value is missing.");
	const end = at + all.length;
	if (number !== void 0) return {
		value: {
			kind: "ref",
			number: Number(number),
			generation: Number(generation)
		},
		end
	};
	if (all === "null") return {
		value: null,
		end
	};
	return {
		value: all === "true" || all === "false" ? all === "true" : Number(all),
		end
	};
}
function readList(text, start, depth) {
	const values = [];
	let at = start;
	while (text[at] !== "]") {
		if (values.length > 0) at += 1;
		const found = readValue(text, at, depth + 1);
		values.push(found.value);
		at = found.end;
	}
	return {
		value: values,
		end: at + 1
	};
}
function readDict(text, start, depth) {
	const entries = /* @__PURE__ */ new Map();
	let at = start;
	while (text[at] !== ">") {
		const key = readName(text, at);
		const found = readValue(text, key.end + 1, depth + 1);
		if (entries.has(key.value.name)) fail$1("An entry stands twice.");
		entries.set(key.value.name, found.value);
		at = found.end + 1;
	}
	return {
		value: entries,
		end: at + 2
	};
}
function readHex(text, start) {
	const close = text.indexOf(">", start);
	const digits = text.slice(start, close);
	if (close < 0 || digits.length % 2 !== 0 || /[^\da-f]/.test(digits)) fail$1("A text is not written in hex.");
	return {
		value: bytesText(fromHex(digits)),
		end: close + 1
	};
}
var written = /\/((?:[!-~](?<![#/()<>[\]{}%])|#[\da-f]{2})*)/y;
function readName(text, at) {
	const [all = "", inner = ""] = match(written, text, at) ?? fail$1("A name is missing.");
	return {
		value: name(inner.includes("#") ? unescapeName(inner) : inner),
		end: at + all.length
	};
}
function unescapeName(inner) {
	const codes = inner.split(/(#..)/).flatMap((part) => {
		if (part.startsWith("#")) return [Number.parseInt(part.slice(1), 16)];
		return [...part].map((one) => one.charCodeAt(0));
	});
	return new TextDecoder().decode(Uint8Array.from(codes));
}
function match(pattern, text, at) {
	pattern.lastIndex = at;
	return pattern.exec(text);
}
function skip(text, at, words) {
	return text.startsWith(words, at) ? at + words.length : fail$1("An object does not end as it should.");
}
function fail$1(message) {
	throw new NotOurs(message);
}
// verifier/pdf/revision.ts
/**
* Writes a revision: sorted objects, their cross-reference section, and the trailer. `newId` is the second file
* identifier.
*/
function writeRevision(before, objects, newId, hole) {
	return assemble(before, writeAll(objects, hole), newId);
}
function writeAll(objects, hole) {
	return objects.map((object) => {
		const { number, generation = 0 } = object;
		return {
			number,
			generation,
			...writeObject(object, hole)
		};
	});
}
function assemble(before, objects, newId) {
	const sorted = [...objects].sort((a, b) => a.number - b.number);
	const places = findPlaces(before.length, sorted);
	const end = places.at(-1) ?? before.length;
	const rows = sorted.map(({ number, generation }, index) => ({
		number,
		generation,
		at: places[index] ?? 0
	}));
	const size = Math.max(before.size, (sorted.at(-1)?.number ?? 0) + 1);
	const start = [
		["Root", before.root],
		...before.info ? [["Info", before.info]] : [],
		["ID", [bytesText(before.id), bytesText(newId)]],
		["Prev", before.xrefAt]
	];
	const table = before.isStream ? writeXrefStream([...rows, {
		number: size,
		generation: 0,
		at: end
	}], start) : writeXrefTable(rows, new Map([["Size", size], ...start]));
	const bytes = concat([
		...sorted.map((one) => one.bytes),
		table,
		encodeText(`startxref\n${end}\n%%EOF\n`)
	]);
	const holder = sorted.findIndex(({ holeAt }) => holeAt !== null);
	return {
		bytes,
		holeAt: (places[holder] ?? 0) + (sorted[holder]?.holeAt ?? 0),
		after: {
			...before,
			length: before.length + bytes.length,
			xrefAt: end,
			size: before.isStream ? size + 1 : size
		}
	};
}
function findPlaces(start, written) {
	const places = [start];
	for (const { bytes } of written) places.push((places.at(-1) ?? 0) + bytes.length);
	return places;
}
/** Groups rows with consecutive numbers. */
function groupRows(rows) {
	const groups = [];
	for (const row of rows) {
		const last = groups.at(-1);
		if (last && (last.at(-1)?.number ?? 0) + 1 === row.number) last.push(row);
		else groups.push([row]);
	}
	return groups;
}
function writeXrefTable(rows, trailer) {
	return encodeText(`xref\n${groupRows(rows).map((group) => `${group[0]?.number} ${group.length}\n${group.map(({ at, generation }) => `${pad(at, 10)} ${pad(generation, 5)} n \n`).join("")}`).join("")}trailer\n${write(trailer)}\n`);
}
function writeXrefStream(rows, start) {
	const own = rows.at(-1)?.number ?? 0;
	const index = groupRows(rows).flatMap((group) => [group[0]?.number ?? 0, group.length]);
	const cells = rows.flatMap(({ at, generation }) => [
		1,
		...bigEndian(at, 4),
		...bigEndian(generation, 2)
	]);
	const stream = Uint8Array.from(cells);
	return writeObject({
		number: own,
		value: new Map([...dict({
			Type: name("XRef"),
			Size: own + 1,
			Index: index,
			W: [
				1,
				4,
				2
			],
			Length: stream.length
		}), ...start]),
		stream
	}).bytes;
}
function pad(number, width) {
	return String(number).padStart(width, "0");
}
function bigEndian(number, width) {
	return Array.from({ length: width }, (_, index) => Math.floor(number / 256 ** (width - 1 - index)) % 256);
}
/**
* Writes a revision with a signature over the whole file except itself. `room` bytes are left empty for the signature.
*/
function writeSignedRevision(before, newId, room, objects, writeSignature) {
	const contents = bytesText(new Uint8Array(room));
	const others = writeAll(objects);
	let range = [
		0,
		0,
		0,
		0
	];
	for (let round = 0; round < 8; round++) {
		const revision = assemble(before, [...others, ...writeAll([writeSignature(contents, range)], contents)], newId);
		const [gap, resume] = [revision.holeAt - 1, revision.holeAt + room * 2 + 1];
		const next = [
			0,
			gap,
			resume,
			revision.after.length - resume
		];
		if (next.every((number, index) => number === range[index])) return {
			...revision,
			byteRange: next
		};
		range = next;
	}
	throw new Error("The places of the signature could not be settled.");
}
/** Writes a signature into the room that was left for it. */
function fillRoom(bytes, at, room, signature) {
	if (signature.length > room) throw new Error("The signature is larger than its room.");
	let place = at;
	for (const byte of signature) {
		bytes[place++] = digits[byte >> 4] ?? 0;
		bytes[place++] = digits[byte & 15] ?? 0;
	}
}
var digits = encodeText("0123456789abcdef");
// verifier/pdf/archive.ts
/**
* Writes the revision that adds an archive to a sealed document. Proofs that the document already has are left out.
*/
function writeArchive(state, archive, newId) {
	const proofs = keep(state, archive);
	let next = {
		...state,
		proofs: proofs.proofs
	};
	const objects = [...proofs.objects];
	if (!state.proofs) {
		const catalog = new Map(state.catalog).set("DSS", ref(proofs.proofs.number));
		const { number, generation } = state.before.root;
		objects.push({
			number,
			generation,
			value: catalog
		});
		next = {
			...next,
			catalog
		};
	}
	if (archive.room === null) {
		const revision = writeRevision(state.before, objects, newId);
		return {
			...revision,
			byteRange: null,
			state: {
				...next,
				before: revision.after
			}
		};
	}
	const stamped = addStamp(next, proofs.nextNumber);
	const all = [...objects, ...stamped.objects];
	const revision = writeSignedRevision(state.before, newId, archive.room, all, (contents, byteRange) => ({
		number: proofs.nextNumber,
		value: writeStamp(contents, byteRange)
	}));
	return {
		...revision,
		state: {
			...stamped.state,
			before: revision.after
		}
	};
}
function keep({ before, proofs }, { certificates, crls }) {
	const number = proofs?.number ?? before.size;
	let nextNumber = proofs ? before.size : before.size + 1;
	const objects = [];
	const add = (known, bytes) => {
		const added = [...bytes.filter((one) => !known.some((other) => isSame(other.bytes, one)))].sort(compareBytes).map((one) => ({
			number: nextNumber++,
			bytes: one
		}));
		for (const one of added) objects.push({
			number: one.number,
			value: dict({ Length: one.bytes.length }),
			stream: one.bytes
		});
		return [...known, ...added];
	};
	const all = {
		number,
		certificates: add(proofs?.certificates ?? [], certificates),
		crls: add(proofs?.crls ?? [], crls)
	};
	const refs = (kept) => kept.map((one) => ref(one.number));
	objects.push({
		number,
		value: dict({
			Type: name("DSS"),
			Certs: refs(all.certificates),
			CRLs: refs(all.crls)
		})
	});
	return {
		proofs: all,
		objects,
		nextNumber
	};
}
function addStamp(state, number) {
	const { first, page, tags } = state;
	const [field, element] = [ref(number + 1), ref(number + 2)];
	const count = state.elements.length;
	if (count >= 1e3) throw new NotOurs("The document has too many timestamps.");
	const fields = state.form.get("Fields");
	const form = new Map(state.form).set("Fields", [...isList(fields) ? fields : [], field]);
	const annotations = [...state.annotations, field];
	const objects = [
		{
			number: field.number,
			value: writeField(number, page, tags && tags.key + count)
		},
		{
			number: first + layout.annotations,
			value: annotations
		},
		{
			number: first + layout.form,
			value: form
		}
	];
	if (!tags) return {
		objects,
		state: {
			...state,
			form,
			annotations
		}
	};
	const elements = [...state.elements, element];
	const section = new Map(tags.section).set("K", elements);
	const keys = elements.flatMap((one, index) => [tags.key + index, one]);
	objects.push({
		number: element.number,
		value: writeElement(ref(first + layout.section), field, page)
	}, {
		number: first + layout.section,
		value: section
	}, {
		number: first + layout.parents,
		value: dict({
			Limits: [tags.key, tags.key + count],
			Nums: keys
		})
	});
	return {
		objects,
		state: {
			...state,
			form,
			annotations,
			elements,
			tags: {
				...tags,
				section
			}
		}
	};
}
/** The structure element of an invisible field. It points to the field's widget. */
function writeElement(section, field, page) {
	const object = dict({
		Type: name("OBJR"),
		Obj: field,
		Pg: page
	});
	return dict({
		Type: name("StructElem"),
		S: name("Form"),
		P: section,
		Pg: page,
		K: object
	});
}
function writeField(number, page, key) {
	return dict({
		Type: name("Annot"),
		Subtype: name("Widget"),
		FT: name("Sig"),
		T: text(`Timestamp${number}`),
		TU: text("Timestamp"),
		V: ref(number),
		F: 132,
		Rect: [
			0,
			0,
			0,
			0
		],
		P: page,
		...key === null ? {} : { StructParent: key }
	});
}
function writeStamp(contents, byteRange) {
	return dict({
		Type: name("DocTimeStamp"),
		Filter: name("Adobe.PPKLite"),
		SubFilter: name("ETSI.RFC3161"),
		ByteRange: byteRange,
		Contents: contents
	});
}
/** The additions of a later revision, with the `/Contents` of its timestamp. Throws NotOurs for any other revision. */
function readArchive(revision, state) {
	const values = [...revision.objects.values()].map((one) => one.value).filter(isDict);
	const proofs = values.find((value) => isName(value.get("Type"), "DSS"));
	const contents = values.find((value) => isName(value.get("Type"), "DocTimeStamp"))?.get("Contents");
	const streamsOf = (value, known) => (isList(value) ? value : []).slice(known.length).flatMap((one) => {
		const stream = isRef(one) ? revision.objects.get(one.number)?.stream : void 0;
		return stream ? [stream] : [];
	});
	if (!proofs) throw new NotOurs("A later revision adds something else than proofs.");
	const bytes = isText(contents) ? contents.bytes : null;
	return {
		certificates: streamsOf(proofs.get("Certs"), state.proofs?.certificates ?? []),
		crls: streamsOf(proofs.get("CRLs"), state.proofs?.crls ?? []),
		room: bytes?.length ?? null,
		contents: bytes
	};
}
// verifier/pdf/attached.ts
/**
* Throws NotOurs unless the catalog leads to each of our files exactly once as an associated file and once by name, and
* readers get exactly the bytes of each. Otherwise people could see other evidence than the verified one.
*/
function checkAttached(catalog, first, dictAt, ours) {
	const files = catalog.get("AF");
	const last = isList(files) ? files.slice(-ours.length) : [];
	if (!isList(files) || !ours.every(({ spec }, index) => leadsTo(last[index], first + spec))) throw new NotOurs("The catalog does not lead to the evidence.");
	for (const one of ours) {
		const isSpec = (value) => leadsTo(value, first + one.spec);
		if (files.filter(isSpec).length !== 1 || !isNamedOnce(catalog.get("Names"), isSpec, one)) throw new NotOurs("The catalog does not lead to the evidence.");
		if (!isOurSpec(dictAt(first + one.spec), first, one) || !isPlain(dictAt(first + one.file), one)) throw new NotOurs("The evidence is not attached as ours is.");
	}
}
/** The name of our file in a document that already has a file with its usual name. */
function otherName(name) {
	return `sealane ${name}`;
}
function isNamedOnce(names, isSpec, { name }) {
	const tree = isDict(names) ? names.get("EmbeddedFiles") : void 0;
	const pairs = isDict(tree) && tree.size === 1 ? tree.get("Names") : void 0;
	if (!isList(pairs) || pairs.length % 2 !== 0) return false;
	const keys = pairs.filter((_, index) => index % 2 === 0).flatMap((key) => isText(key) ? [key.bytes] : []);
	const isAscending = keys.every((key, index) => index === 0 || compare(keys[index - 1] ?? key, key) <= 0);
	const own = pairs.flatMap((value, index) => isSpec(value) ? [pairs[index - 1]] : []);
	const [called] = own;
	const isOurs = isText(called) && [name, otherName(name)].some((one) => isSame(text(one).bytes, called.bytes));
	return keys.length * 2 === pairs.length && isAscending && own.length === 1 && isOurs;
}
function compare(a, b) {
	return compareBytes(a, b) || a.length - b.length;
}
var specKeys = [
	"Type",
	"F",
	"UF",
	"Desc",
	"AFRelationship",
	"EF"
];
function isOurSpec(spec, first, { file: place, name }) {
	const file = spec.get("EF");
	const isLeading = isDict(file) && file.size === 2 && ["F", "UF"].every((key) => leadsTo(file.get(key), first + place));
	return hasExactly(spec, specKeys) && isName(spec.get("Type"), "Filespec") && isName(spec.get("AFRelationship"), "Data") && ["F", "UF"].every((key) => isCalled(spec.get(key), name)) && isLeading;
}
function isCalled(value, name) {
	return isText(value) && isSame(value.bytes, text(name).bytes);
}
/** Whether the bytes of a stream are the file: no filter decodes them. */
function isPlain(head, { type }) {
	return hasExactly(head, [
		"Type",
		"Subtype",
		"Params",
		"Length"
	]) && isName(head.get("Type"), "EmbeddedFile") && isName(head.get("Subtype"), type);
}
function hasExactly(found, keys) {
	return found.size === keys.length && keys.every((key) => found.has(key));
}
function leadsTo(value, number) {
	return isRef(value) && value.number === number && value.generation === 0;
}
// verifier/pdf/read-revision.ts
var mostRows = 1e5;
var latin$1 = new TextDecoder("latin1");
/** The position of the newest cross-reference section. Throws NotOurs when the end of the file does not name it. */
function findNewest(bytes) {
	const [, at] = /\nstartxref\n(\d{1,15})\n%%EOF\n$/.exec(latin$1.decode(bytes.subarray(-64))) ?? [];
	if (at === void 0) throw new NotOurs("The file does not end as a sealed one does.");
	return Number(at);
}
/**
* Parses the revision with a cross-reference section at `xrefAt`, before the position `until`. Throws NotOurs unless it
* is written exactly as writeRevision does.
*/
function readRevision(bytes, xrefAt, until = bytes.length) {
	const tailPart = partOf(bytes.subarray(xrefAt, until));
	const section = tailPart.text.startsWith("xref\n") ? readTable(tailPart.text, xrefAt) : readStream(tailPart, xrefAt);
	const start = Math.min(...section.places);
	const objects = readObjects(bytes, start, xrefAt);
	const tail = `startxref\n${xrefAt}\n%%EOF\n`;
	const end = section.end + tail.length;
	const { before, newId } = readTrailer(section, start);
	const contents = findContents(objects);
	const written = writeRevision(before, [...objects.values()], newId, contents);
	if (!isSame(written.bytes, bytes.subarray(start, end))) throw new NotOurs("A revision is written in another form.");
	return {
		start,
		end,
		objects,
		before,
		after: written.after,
		newId,
		holeAt: contents ? written.holeAt : null
	};
}
function findContents(objects) {
	const found = [...objects.values()].flatMap(({ value }) => {
		const contents = isDict(value) && value.has("ByteRange") ? value.get("Contents") : void 0;
		return isText(contents) ? [contents] : [];
	});
	if (found.length > 1) throw new NotOurs("A revision has several signatures.");
	return found[0];
}
function readObjects(bytes, start, end) {
	const objects = /* @__PURE__ */ new Map();
	const part = partOf(bytes.subarray(start, end));
	for (let at = 0; at < end - start;) {
		const found = readObject(part, at);
		if (objects.has(found.object.number)) throw new NotOurs("An object stands twice.");
		objects.set(found.object.number, found.object);
		at = found.end;
	}
	return objects;
}
var heading = /(\d{1,10}) (\d{1,6})\n/y;
var rowLength = 20;
function readTable(text, start) {
	const places = [];
	let at = 5;
	for (;;) {
		heading.lastIndex = at;
		const [all, , count] = heading.exec(text) ?? [];
		if (all === void 0) break;
		at += all.length;
		if (places.length + Number(count) > mostRows) throw new NotOurs("A revision has too many objects.");
		for (let row = 0; row < Number(count); row++, at += rowLength) places.push(Number(text.slice(at, at + 10)));
	}
	if (!text.startsWith("trailer\n", at)) throw new NotOurs("A revision has no trailer.");
	const { value, end } = readValue(text, at + 8);
	if (!isDict(value)) throw new NotOurs("A revision has no trailer.");
	return {
		isStream: false,
		size: numberOf(value, "Size"),
		places,
		trailer: value,
		end: start + end + 1
	};
}
function readStream(part, start) {
	const { object, end } = readObject(part, 0);
	const cells = object.stream;
	if (!cells || !isDict(object.value)) throw new NotOurs("A revision has no cross-reference section.");
	const places = [];
	for (let at = 0; at + 14 <= cells.length; at += 7) places.push([
		1,
		2,
		3,
		4
	].reduce((sum, byte) => sum * 256 + (cells[at + byte] ?? 0), 0));
	return {
		isStream: true,
		size: object.number,
		places,
		trailer: object.value,
		end: start + end
	};
}
function readTrailer({ trailer, isStream, size }, start) {
	const [root, info, ids] = [
		trailer.get("Root"),
		trailer.get("Info"),
		trailer.get("ID")
	];
	const [id, newId] = isList(ids) ? ids : [];
	if (!isRef(root) || !isText(id) || !isText(newId)) throw new NotOurs("A revision does not say where its catalog is.");
	return {
		before: {
			length: start,
			xrefAt: numberOf(trailer, "Prev"),
			isStream,
			size,
			root,
			info: isRef(info) ? info : null,
			id: id.bytes
		},
		newId: newId.bytes
	};
}
function numberOf(value, key) {
	const found = value.get(key);
	if (typeof found !== "number" || !Number.isInteger(found) || found < 0) throw new NotOurs(`A revision has no ${key}.`);
	return found;
}
// verifier/pdf/sealed.ts
var mostRevisions = 1e3;
var sealFilter = "ETSI.CAdES.detached";
/**
* The revisions of a sealed document, from the seal's on. Throws NotOurs when one has another form, or no revision has
* a seal.
*/
function readRevisions(bytes) {
	const revisions = [];
	let end = bytes.length;
	for (let at = findNewest(bytes); revisions.length < mostRevisions;) {
		const revision = readRevision(bytes, at, end);
		if (revision.end !== end) throw new NotOurs("Bytes stand between revisions.");
		revisions.unshift(revision);
		if (findSeal(revision) !== null) return revisions;
		end = revision.start;
		at = revision.before.xrefAt;
	}
	throw new NotOurs("The document is not sealed.");
}
function findSeal({ objects }) {
	for (const { number, value } of objects.values()) if (isDict(value) && isName(value.get("Type"), "Sig") && isName(value.get("SubFilter"), sealFilter)) return number;
	return null;
}
/** The seal of a revision. Throws NotOurs when its layout differs from ours. */
function readSeal(revision) {
	const first = findSeal(revision) ?? fail("The document is not sealed.");
	const dictAt = (number) => asDict(revision.objects.get(number)?.value);
	const [signature, field] = [dictAt(first), dictAt(first + layout.field)];
	const [contents, range] = [signature.get("Contents"), signature.get("ByteRange")];
	const [page, key] = [field.get("P"), field.get("StructParent")];
	const annotations = revision.objects.get(first + layout.annotations)?.value;
	const evidence = revision.objects.get(first + layout.file)?.stream;
	const proof = revision.objects.get(first + layout.proofFile)?.stream ?? null;
	const leads = field.get("V");
	if (revision.before.size !== Math.max(...revision.objects.keys()) + 1) throw new NotOurs("The file claims more objects.");
	if (!isRef(leads) || leads.number !== first) throw new NotOurs("The field leads elsewhere.");
	if (!isText(contents) || !isList(range) || !isRef(page) || !isList(annotations) || !evidence) throw new NotOurs("The seal is not laid out as ours are.");
	const catalog = dictAt(revision.before.root.number);
	checkCatalog(catalog, first);
	checkAttached(catalog, first, dictAt, proof ? [attached.evidence, attached.proof] : [attached.evidence]);
	const isTagged = typeof key === "number";
	return {
		place: {
			signature,
			contents: contents.bytes,
			byteRange: range.filter((one) => typeof one === "number"),
			evidence,
			proof
		},
		state: {
			before: revision.after,
			first,
			catalog,
			form: dictAt(first + layout.form),
			annotations,
			page,
			tags: isTagged ? {
				section: dictAt(first + layout.section),
				key
			} : null,
			elements: isTagged ? [{
				kind: "ref",
				number: first + layout.element,
				generation: 0
			}] : [],
			proofs: null
		}
	};
}
function checkCatalog(catalog, first) {
	const form = catalog.get("AcroForm");
	if (!(isRef(form) && form.number === first + layout.form) || catalog.has("DSS")) throw new NotOurs("The catalog does not lead to the seal.");
}
function asDict(value) {
	return isDict(value) ? value : fail("The seal is not laid out as ours are.");
}
function fail(message) {
	throw new NotOurs(message);
}
// verifier/pdf/document.ts
/**
* Takes a sealed document apart. Writes each revision from the seal on again and compares the bytes, so that a revision
* contains nothing else. Throws NotOurs.
*/
async function readSealedDocument(bytes) {
	const [first, ...later] = readRevisions(bytes);
	if (!first) throw new NotOurs("The document is not sealed.");
	const { place, state } = readSeal(first);
	const holeAt = first.holeAt ?? 0;
	const range = [
		0,
		holeAt - 1,
		holeAt + place.contents.length * 2 + 1
	];
	range.push(first.end - (range[2] ?? 0));
	if (!range.every((number, index) => place.byteRange[index] === number) || place.byteRange.length !== 4) throw new NotOurs("The seal does not cover all but itself.");
	const { signature, evidence, proof } = place;
	const seal = {
		...placed(bytes, place.contents, range),
		signature,
		evidence,
		proof
	};
	const draft = {
		before: first.before,
		newId: first.newId,
		first: state.first,
		objects: [...first.objects.values()]
	};
	const archives = [];
	let now = state;
	for (const revision of later) {
		const read = await readLater(bytes, revision, now);
		archives.push(read.archive);
		now = read.state;
	}
	return {
		seal,
		draft,
		start: first.start,
		end: first.end,
		archives,
		state: now
	};
}
async function readLater(bytes, revision, state) {
	const read = readArchive(revision, state);
	const again = writeArchive(state, read, await identify(bytes.subarray(0, revision.start)));
	if (read.contents) fillRoom(again.bytes, again.holeAt - revision.start, read.contents.length, read.contents);
	if (!isSame(again.bytes, bytes.subarray(revision.start, revision.end))) throw new NotOurs("A later revision adds something else than proofs.");
	const stamp = read.contents && again.byteRange ? placed(bytes, read.contents, again.byteRange) : null;
	return {
		archive: {
			certificates: read.certificates,
			crls: read.crls,
			stamp
		},
		state: again.state
	};
}
function placed(bytes, contents, range) {
	const der = readFirst(contents).bytes;
	if (contents.subarray(der.length).some((byte) => byte !== 0)) throw new NotOurs("Something stands behind a signature.");
	return {
		der,
		digest: () => digestAround(bytes, range)
	};
}
/** The SHA-256 of the bytes in a ByteRange. */
function digestAround(bytes, range) {
	const [start = 0, length = 0, resume = 0, rest = 0] = range;
	return hashOf(concat([bytes.subarray(start, start + length), bytes.subarray(resume, resume + rest)]));
}
/** The second file identifier of a revision that is appended to these bytes. */
async function identify(before) {
	return (await hashOf(before)).subarray(0, 16);
}
// verifier/seal/place.ts
var latin = new TextDecoder("latin1");
var sealMark = "ETSI.CAdES.detached";
/**
* Takes a sealed document apart: the seal, the evidence, and later additions. Verifies no signature. Throws Disproved
* with what is wrong with the file.
*/
async function takeApart(bytes) {
	if (!/%PDF-\d/.test(latin.decode(bytes.subarray(0, 1024)))) throw new Disproved("not_pdf");
	if (!latin.decode(bytes).includes(sealMark)) throw new Disproved("not_sealed");
	orElse("file_end", () => findNewest(bytes));
	const [first, ...later] = orElse("later_revision", () => readRevisions(bytes));
	if (!first) throw new Disproved("not_sealed");
	orElse("revision_form", () => readSeal(first));
	try {
		return await readSealedDocument(bytes);
	} catch {
		throw new Disproved(later.length > 0 ? "proofs_form" : "byte_range");
	}
}
function orElse(code, read) {
	try {
		return read();
	} catch {
		throw new Disproved(code);
	}
}
// verifier/seal/refusals.ts
/** The reasons for refusing a seal. A code in neither table is a matter of form. */
var ofSeal = {
	content_hash: "document_changed",
	signature: "seal_signature",
	signer_certificate: "seal_signature",
	chain: "seal_stranger",
	purpose: "seal_unfit",
	expired: "seal_expired",
	revoked: "seal_revoked",
	not_token: "time_missing",
	imprint: "time_other",
	nonce: "time_other"
};
/** The reasons for refusing a timestamp. */
var ofTime = {
	imprint: "time_other",
	content_hash: "time_other",
	signature: "time_other",
	nonce: "time_other",
	chain: "time_stranger",
	purpose: "time_stranger",
	expired: "time_expired",
	revoked: "time_revoked",
	not_token: "time_missing"
};
/** Runs the verification of a seal or a timestamp, and turns a refusal into Disproved. */
async function judge$1(what, work) {
	try {
		return await work();
	} catch (error) {
		if (error instanceof Disproved) throw error;
		const isSeal = what === "seal";
		throw new Disproved((error instanceof Refused ? (isSeal ? ofSeal : ofTime)[error.code] : void 0) ?? (isSeal ? "seal_form" : "time_form"));
	}
}
// verifier/seal/whole.ts
/**
* Throws Disproved unless a signature contains all certificates of its chain, the root too. No signature covers them,
* so otherwise some could be removed.
*/
function checkWhole(der, chain, code) {
	if (readSigned(der).certificates.length !== chain.length) throw new Disproved(code);
}
/** The timestamp inside the signature of a seal, in DER. */
function tokenOf(seal) {
	const { unsignedAttributes } = readSigned(seal);
	return readAttributes(unsignedAttributes).get(oids.timestampToken)?.bytes ?? /* @__PURE__ */ new Uint8Array();
}
// verifier/seal/proofs.ts
/** All revocation lists in a document. */
function crlsOf(archives) {
	return archives.flatMap(({ crls }) => crls);
}
/** Verifies the timestamps over the whole document. Throws Disproved. */
async function checkStamps(archives, from, trust) {
	const tokens = [];
	for (const { stamp } of archives) {
		if (!stamp) continue;
		const rules = {
			imprint: await stamp.digest(),
			roots: trust.timeRoots,
			crls: crlsOf(archives)
		};
		const token = await judge$1("time", () => checkToken(stamp.der, rules));
		checkWhole(stamp.der, token.chain, "time_form");
		if (token.at < (tokens.at(-1)?.at ?? from)) throw new Disproved("time_other");
		tokens.push(token);
	}
	return tokens;
}
/** Throws Disproved when a document keeps a proof that belongs to no chain, or keeps one twice. */
async function checkKept(archives, chains) {
	const all = chains.flatMap((chain) => chain.certificates);
	const kept = archives.flatMap(({ certificates }) => certificates);
	const crls = crlsOf(archives);
	const isEachOnce = [kept, crls].every((list) => list.every((one, at) => list.findIndex((other) => isSame(one, other)) === at));
	const certificates = await judge$1("seal", async () => kept.map(readCertificate));
	if (archives.some((one) => one.certificates.length + one.crls.length === 0 && !one.stamp) || !isEachOnce || !certificates.every((one) => isAmong(one, all))) throw new Disproved("proofs_form");
	for (const bytes of crls) {
		const list = await judge$1("seal", async () => readCrl(bytes));
		if (!(await judge$1("seal", () => Promise.all(all.map(async (one) => isSame(one.subject, list.issuer) && await isFrom(list, one))))).includes(true)) throw new Disproved("proofs_form");
	}
}
/** Whether lists show that no certificate below a root was revoked at the time of its chain. */
async function areShownGood(archives, chains) {
	const lists = crlsOf(archives).map(readCrl);
	for (const { certificates, at } of chains) for (const [index, issuer] of certificates.slice(1).entries()) {
		const fits = lists.filter(({ issuer: name, until }) => isSame(name, issuer.subject) && (until === null || until >= at));
		const shown = await Promise.all(fits.map((list) => isFrom(list, issuer)));
		if (certificates[index] !== void 0 && !shown.includes(true)) return false;
	}
	return true;
}
// verifier/seal/check.ts
var levels = [
	"B-T",
	"B-LT",
	"B-LTA"
];
/** Verifies the seal of a document and everything added after it. Throws Disproved. */
async function checkDocument(bytes, trust) {
	const { seal: place, archives, draft, start } = await takeApart(bytes);
	const rules = {
		digest: await place.digest(),
		sealRoots: trust.sealRoots,
		timeRoots: trust.timeRoots,
		crls: crlsOf(archives)
	};
	const seal = await judge$1("seal", () => checkSeal(place.der, rules));
	checkWhole(place.der, seal.chain, "seal_form");
	checkWhole(tokenOf(place.der), seal.token.chain, "time_form");
	const stamps = await checkStamps(archives, seal.token.at, trust);
	const chains = [{
		certificates: seal.chain,
		at: seal.token.at
	}, ...[seal.token, ...stamps].map(chainOf)];
	await checkKept(archives, chains);
	const level = !(archives.length > 0 && await areShownGood(archives, chains.slice(0, 2))) ? "B-T" : stamps.length > 0 ? "B-LTA" : "B-LT";
	const { evidence, proof } = place;
	return {
		seal,
		level,
		evidence,
		content: proof && {
			sha256: toHex(await hashContent(bytes.subarray(0, start), draft)),
			proof
		}
	};
}
function chainOf({ chain, at }) {
	return {
		certificates: chain,
		at
	};
}
/** Throws Disproved when a document has a lower level than it was sealed for. */
function checkLevel(found, aimed) {
	if (levels.indexOf(found) < levels.indexOf(aimed)) throw new Disproved("level_lowered", {
		found,
		aimed
	});
}
// verifier/story/members.ts
/** A member of a row by path, with its commitment opened; null when it is unknown. */
function memberOf(row, path) {
	if (Object.hasOwn(row.opened, path)) return row.opened[path];
	const [root = "", name = ""] = path.split(".");
	const members = root === "actor" ? row.actor : row.data;
	const value = Object.hasOwn(members, name) ? members[name] : null;
	return row.closed.includes(path) ? null : value;
}
function textOf(row, path) {
	const value = memberOf(row, path);
	return typeof value === "string" && value !== "" ? value : null;
}
/** The values of the fields that a person filled in, by key. */
function fieldsOf(row) {
	const start = "data.fields.";
	const opened = Object.entries(row.opened).filter(([path]) => path.startsWith(start));
	return Object.fromEntries(opened.map(([path, value]) => [path.slice(12), value]));
}
/** The signer whom a row is about, or who acts in it; null when it names none. */
function signerOf(row) {
	if (row.subject_type === "signer") return row.subject_id;
	const { signerId } = row.data;
	if (typeof signerId === "string") return signerId;
	return isObject(row.actor) && row.actor.kind === "signer" && typeof row.actor.id === "string" ? row.actor.id : null;
}
// verifier/story/events.ts
var told = [
	"kind",
	"textVersion",
	"textSha256",
	"method",
	"shownSha256",
	"markSha256",
	"name",
	"email",
	"reason",
	"contentSha256"
];
var checked = [
	"type",
	"tier",
	"provider",
	"status",
	"result"
];
/** The events of a trail, row by row. */
function tellEvents(rows) {
	return rows.map((row) => {
		const members = [...told, ...checked].map((name) => [name, textOf(row, `data.${name}`)]);
		const whence = [["ip", textOf(row, "actor.ipAddress")], ["browser", textOf(row, "actor.userAgent")]];
		const known = [...members, ...whence].flatMap(([name, value]) => value === null ? [] : [[name, value]]);
		return {
			row: row.sequence,
			at: row.occurred_at,
			action: row.action,
			actor: textOf(row, "actor.kind") ?? "system",
			values: Object.fromEntries(known)
		};
	});
}
/** The sender of the document: the actor of the first row, by kind and id. */
function tellSender([first]) {
	const kind = first ? memberOf(first, "actor.kind") : null;
	return {
		kind: typeof kind === "string" ? kind : "system",
		id: first ? textOf(first, "actor.id") : null
	};
}
// verifier/story/limits.ts
/** What a proven document does not prove, the most important first. */
var limitCodes = [
	"no_witness",
	"pages_unlogged",
	"file_unnamed",
	"file_unwitnessed",
	"authority_word",
	"revocation_unknown",
	"names_claimed",
	"results_reported",
	"simulated",
	"source_elsewhere",
	"after_the_end",
	"closed"
];
/**
* Lists what could not be proved. `level` is the present level of the document, and `quorum` the required number of
* witnesses. `content` proves that the log had the pages before the seal, and `completed` that it names this file.
*/
function tellLimits({ rows, head }, signers, { level, authority, quorum, content, completed }) {
	const checks = signers.flatMap(({ verifications }) => verifications);
	const closed = rows.reduce((sum, row) => sum + row.closed.length, 0);
	const last = rows.at(-1);
	const holds = {
		no_witness: head.witnesses.length === 0,
		pages_unlogged: content === null && completed === null,
		file_unnamed: content !== null && completed === null,
		file_unwitnessed: completed !== null && completed.witnesses.length < quorum,
		authority_word: true,
		revocation_unknown: level === "B-T",
		names_claimed: signers.length > 0,
		results_reported: rows.some(({ subject_type }) => subject_type === "verification"),
		simulated: checks.some(({ simulated }) => simulated),
		source_elsewhere: true,
		after_the_end: true,
		closed: closed > 0
	};
	const values = {
		authority,
		closed: String(closed),
		last: last?.occurred_at ?? "",
		row: String(last?.sequence ?? 0)
	};
	return limitCodes.filter((code) => holds[code]).map((code) => ({
		code,
		values
	}));
}
// verifier/story/signers.ts
var ends = {
	"agreement.signed": "signed",
	"agreement.approved": "approved"
};
/** What the rows say about each person, in the order of their first rows. */
function tellSigners(rows) {
	const stories = /* @__PURE__ */ new Map();
	const checks = /* @__PURE__ */ new Map();
	for (const row of rows) {
		const id = signerOf(row);
		if (row.subject_type === "verification") tellCheck(checks, row, id === null ? null : storyOf(stories, id));
		else if (id !== null) tell$1(storyOf(stories, id), row);
	}
	return [...stories.values()];
}
function storyOf(stories, id) {
	const known = stories.get(id) ?? emptyStory(id);
	stories.set(id, known);
	return known;
}
function tell$1(story, row) {
	const end = ends[row.action];
	if (row.action === "agreement.viewed") {
		story.opened_at = row.occurred_at;
		story.opened_from = whenceOf(row);
	} else if (row.action === "signer.identified" || row.action === "signer.named") {
		story.name = textOf(row, "data.name") ?? story.name;
		story.email = textOf(row, "data.email") ?? story.email;
	} else if (row.action === "signer.reassigned") Object.assign(story, emptyStory(story.id));
	else if (row.action === "consent.given") story.consents.push(consentOf(row));
	if (!end) return;
	story.ended = end;
	story.ended_at = row.occurred_at;
	story.ended_from = whenceOf(row);
	story.method = textOf(row, "data.method");
	story.shown_sha256 = textOf(row, "data.shownSha256");
	story.fields_sha256 = textOf(row, "data.fieldsSha256");
	story.shown_parts = partsOf(row);
	story.mark_sha256 = textOf(row, "data.markSha256");
	story.fields = fieldsOf(row);
}
function tellCheck(checks, row, story) {
	const known = checks.get(row.subject_id) ?? emptyCheck();
	if (!checks.has(row.subject_id)) story?.verifications.push(known);
	checks.set(row.subject_id, known);
	for (const name of [
		"type",
		"tier",
		"provider",
		"status",
		"result"
	]) known[name] = textOf(row, `data.${name}`) ?? known[name];
	known.simulated ||= memberOf(row, "data.simulated") === true;
	known.at = row.occurred_at;
}
function partsOf(row) {
	const parts = memberOf(row, "data.shownParts");
	return Array.isArray(parts) ? parts.filter((part) => typeof part === "string") : [];
}
function consentOf(row) {
	const read = (name) => textOf(row, `data.${name}`);
	return {
		kind: read("kind"),
		text_version: read("textVersion"),
		text_sha256: read("textSha256"),
		at: row.occurred_at
	};
}
function whenceOf(row) {
	return {
		ip: textOf(row, "actor.ipAddress"),
		browser: textOf(row, "actor.userAgent")
	};
}
function emptyCheck() {
	return {
		type: null,
		tier: null,
		provider: null,
		status: null,
		result: null,
		simulated: false,
		at: ""
	};
}
function emptyStory(id) {
	const nothing = {
		name: null,
		email: null,
		opened_at: null,
		opened_from: null,
		ended: null,
		ended_at: null
	};
	const hashes = {
		method: null,
		shown_sha256: null,
		fields_sha256: null,
		mark_sha256: null
	};
	return {
		id,
		...nothing,
		...hashes,
		ended_from: null,
		shown_parts: [],
		consents: [],
		verifications: [],
		fields: {}
	};
}
// verifier/evidence/members.ts
/**
* Whether no object of a JSON text has a repeated member, because readers would take different ones. `value` is the
* parsed text. Outside of strings, each colon belongs to one member.
*/
function isEachMemberOnce(text, value) {
	return countColons(text) === countMembers(value);
}
function countColons(text) {
	let [count, isInText] = [0, false];
	for (let at = 0; at < text.length; at++) {
		const letter = text[at];
		if (isInText && letter === "\\") at += 1;
		else if (letter === "\"") isInText = !isInText;
		else if (!isInText && letter === ":") count += 1;
	}
	return count;
}
function countMembers(value) {
	if (typeof value !== "object" || value === null) return 0;
	const kids = Object.values(value);
	const own = Array.isArray(value) ? 0 : kids.length;
	return kids.reduce((sum, one) => sum + countMembers(one), own);
}
// verifier/trust.ts
var isTrust = isObjectOf({
	version: isOneOf([1]),
	origin: isText$1,
	seal_roots: isListOf(isText$1),
	timestamp_roots: isListOf(isText$1),
	logs: isListOf(isObjectOf({
		origin: isText$1,
		keys: isListOf(isObjectOf({
			vkey: isText$1,
			from: isText$1,
			until: isOrNull(isText$1)
		}))
	})),
	witnesses: isListOf(isObjectOf({
		name: isText$1,
		vkey: isText$1
	})),
	quorum: isCount,
	quorum_from: isMaybe(isText$1),
	content_from: isMaybe(isText$1)
});
/** Parses a trust file. Throws Disproved when any part of it is invalid. */
async function readTrust(text) {
	const file = parse(text);
	if (!isTrust(file)) throw new Disproved("trust_form");
	const logs = [];
	for (const { origin, keys } of file.logs) logs.push({
		origin,
		keys: await readLogKeys(origin, keys)
	});
	const witnesses = [];
	for (const { name, vkey } of file.witnesses) witnesses.push(await readKey(name, vkey, keyTypes.cosignature));
	if (!(isEachOnce(logs.map((one) => one.origin)) && isEachOnce(witnesses.map(({ name }) => name))) || file.quorum > witnesses.length) throw new Disproved("trust_form");
	return {
		origin: file.origin,
		sealRoots: file.seal_roots.map(readRoot),
		timeRoots: file.timestamp_roots.map(readRoot),
		logs,
		witnesses,
		quorum: file.quorum,
		quorumFrom: file.quorum_from === void 0 ? null : readMoment(file.quorum_from),
		contentFrom: file.content_from === void 0 ? null : readMoment(file.content_from)
	};
}
function parse(text) {
	try {
		const value = JSON.parse(text);
		if (isEachMemberOnce(text, value)) return value;
	} catch {}
	throw new Disproved("trust_form");
}
async function readLogKeys(origin, written) {
	const keys = [];
	for (const { vkey, from, until } of written) {
		const key = await readKey(origin, vkey, keyTypes.note);
		keys.push({
			...key,
			from: readMoment(from),
			until: until === null ? null : readMoment(until)
		});
	}
	return keys;
}
async function readKey(name, vkey, type) {
	const key = await readNoteKey(vkey, type);
	if (!key || key.name !== name) throw new Disproved("trust_form");
	return key;
}
function readMoment(text) {
	const at = new Date(text);
	if (Number.isNaN(at.getTime()) || at.toISOString() !== text) throw new Disproved("trust_form");
	return at;
}
var pem = /^-----BEGIN CERTIFICATE-----\r?\n([A-Za-z\d+/=\r\n]+)-----END CERTIFICATE-----\s*$/;
function readRoot(text) {
	const bytes = readBase64((pem.exec(text)?.[1] ?? "").replace(/[\r\n]/g, ""));
	try {
		if (bytes) return readCertificate(bytes);
	} catch {}
	throw new Disproved("trust_form");
}
function isEachOnce(texts) {
	return new Set(texts).size === texts.length;
}
// verifier/verdict.ts
var unreadable = [
	"not_pdf",
	"bundle_form",
	"trust_form"
];
/** The verdict for a disproved claim. */
function refuse(document_sha256, { code, values }) {
	return {
		document_sha256,
		verdict: unreadable.includes(code) ? "unreadable" : "refused",
		reasons: [{
			code,
			values
		}],
		proof: null
	};
}
// verifier/verify.ts
/**
* Verifies a sealed document offline: the seal and its time, later additions, and the evidence. Of a bundle it also
* verifies that the log names this very file. `trust` is the text of a trust file. Returns a verdict for every file, and throws only because of a bug.
*/
async function verify(file, trust) {
	if (!isZip(file)) return judge(file, trust, null);
	try {
		const { document, completed } = await readBundle(file);
		return await judge(document, trust, completed);
	} catch (error) {
		if (error instanceof Disproved) return refuse(toHex(await hashOf(file)), error);
		throw error;
	}
}
async function judge(file, trust, bundled) {
	const document_sha256 = toHex(await hashOf(file));
	try {
		const believed = await readTrust(trust);
		const sealed = await checkDocument(file, believed);
		const evidence = readEvidence(sealed.evidence);
		checkLevel(sealed.level, evidence.level);
		const checked = await checkEvidence(evidence, sealed.seal.token.at, believed);
		const around = {
			evidence: sealed.evidence,
			checked,
			sealedAt: sealed.seal.token.at,
			trust: believed
		};
		const content = await checkContent(sealed.content, around);
		const submission = {
			id: checked.file.submission,
			rows: checked.rows,
			head: checked.head,
			document_sha256
		};
		const completed = bundled && await checkCompleted(bundled, submission, believed);
		return {
			document_sha256,
			verdict: "proven",
			reasons: [],
			proof: await tell(sealed, checked, {
				quorum: believed.quorum,
				content,
				completed
			})
		};
	} catch (error) {
		if (error instanceof Disproved) return refuse(document_sha256, error);
		throw error;
	}
}
async function tell({ seal, level, evidence: bytes }, checked, { quorum, content, completed }) {
	const { file, rows, head } = checked;
	const { organization, agreement, link, submission } = file;
	const signers = tellSigners(rows);
	const authority = readCommonName(seal.token.chain[0]?.subject ?? /* @__PURE__ */ new Uint8Array()) ?? "";
	return {
		seal: {
			level,
			aimed_at: file.level,
			signed_at: seal.token.at.toISOString(),
			authority,
			sealed_by: readCommonName(seal.certificate.subject) ?? "",
			certificate_sha256: toHex(await hashOf(seal.certificate.bytes))
		},
		evidence_sha256: toHex(await hashOf(bytes)),
		organization,
		agreement,
		link,
		submission,
		sender: tellSender(rows),
		signers,
		events: tellEvents(rows),
		trail: {
			events: rows.length,
			log_index: rows.at(-1)?.leaf ?? 0,
			log: file.origin,
			checkpoint_size: head.size,
			checkpoint_root: toHex(head.root),
			witnesses: head.witnesses.map(({ name, at }) => ({
				name,
				at: at.toISOString()
			}))
		},
		content,
		completed,
		not_proved: tellLimits(checked, signers, {
			level,
			authority,
			quorum,
			content,
			completed
		})
	};
}
// verifier/cli/run.ts
var usage = "FILE --trust TRUST.json [--json] [--language en|fr]   (exit code 0: proven, 1: refused, 2: unreadable)";
var options = {
	trust: { type: "string" },
	json: {
		type: "boolean",
		default: false
	},
	language: {
		type: "string",
		default: "en"
	}
};
var exitCodes = {
	proven: 0,
	refused: 1,
	unreadable: 2
};
/** The error for wrong arguments. Its message says what to do instead. */
var Misuse = class extends Error {};
/** Verifies the file of a command line and prints the result. Returns the exit code. Throws Misuse. */
async function runVerify(args, print) {
	const { values, positionals } = parseArgs({
		args,
		options,
		allowPositionals: true
	});
	const [file, ...others] = positionals;
	if (file === void 0 || others.length > 0) throw new Misuse("Say which file to verify: verify FILE --trust TRUST.json");
	if (values.trust === void 0) throw new Misuse("Say whom to trust: --trust TRUST.json. The server has it at /.well-known/sealane-trust.json.");
	if (!isLanguage(values.language)) throw new Misuse("--language is en or fr.");
	const words = languages[values.language];
	const verdict = await verify(read(file), read(values.trust).toString());
	print(values.json ? JSON.stringify(toJson(verdict, words), null, 2) : toLines(verdict, words).join("\n"));
	return exitCodes[verdict.verdict];
}
function isLanguage(text) {
	return Object.hasOwn(languages, text);
}
function read(file) {
	try {
		if (!statSync(file).isFile()) throw new Error("it is no file");
		return readFileSync(file);
	} catch (error) {
		throw new Misuse(`${file} cannot be read: ${error instanceof Error ? error.message : error}.`);
	}
}
// verifier/cli/main.ts
var args = process.argv.slice(2);
try {
	if (args.includes("--help") || args.includes("-h")) console.log(`Usage: node sealane-verify.mjs ${usage}`);
	else process.exitCode = await runVerify(args, console.log);
} catch (error) {
	if (!(error instanceof Misuse || error instanceof TypeError && "code" in error)) throw error;
	console.error(`sealane-verify: ${error.message}`);
	process.exitCode = 2;
}
export {};

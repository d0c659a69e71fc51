import type { letters as english } from '../en/letters.ts'
import { type Failures, type HealthWord, sayBy } from '../speech.ts'
import { attempts } from './attempts.ts'

const subjects: Record<HealthWord, string> = {
  failing: 'Un webhook ne répond pas',
  warned: 'Un webhook sera désactivé dans un jour',
  disabled: 'Un webhook a été désactivé',
  recovered: 'Un webhook répond de nouveau',
}

const openings: Record<HealthWord, string> = {
  failing: 'Les livraisons à ce webhook échouent. Elles sont retentées pendant plus de trois jours ; rien n’est perdu.',
  warned: 'Les livraisons à ce webhook échouent depuis quatre jours. Après cinq jours, il est désactivé.',
  disabled: 'Ce webhook est désactivé. Les événements sont toujours enregistrés et pourront être envoyés ensuite.',
  recovered: 'Les livraisons à ce webhook réussissent de nouveau.',
}

const declined = { subject: 'Sans accord', line: 'Quelqu’un n’a pas donné son accord.' }
const voided = { subject: 'Annulé', line: 'L’expéditeur l’a annulé.' }
const expired = { subject: 'Délai passé', line: 'Le délai est passé.' }

function writeEnd({ subject, line }: typeof declined, { quoted, title }: { quoted: readonly string[]; title: string }) {
  return {
    subject: `${subject} : ${title}`,
    lines: [
      `${line} « ${title} » est terminé pour tous ceux qui y prennent part. L’expéditeur se nomme :`,
      '',
      ...quoted,
      '',
      'Il n’en sort aucun document, et il n’y a plus rien à faire. Si cela vous semble une erreur, demandez à l’expéditeur.',
    ],
  }
}

function describeFailures({ cause, count, since, waiting, next, excerpt }: Failures): string[] {
  return [
    `Cause :      ${cause ? sayBy(attempts, cause) : 'inconnue'}`,
    `Échecs :     ${count} de suite${since ? `, depuis ${since}` : ''}`,
    `En attente : ${waiting} livraisons${next ? `, prochain essai à ${next}` : ''}`,
    ...(excerpt.length > 0 ? ['', 'La dernière réponse du destinataire commençait par :', ...excerpt] : []),
  ]
}

export const letters: typeof english = {
  ask_recipient: ({ quoted, url }) => ({
    subject: 'Acceptez-vous des courriers sur un webhook en panne ?',
    lines: [
      'Une organisation sur Sealane souhaite vous prévenir par courrier quand l’un de ses webhooks tombe en panne. Elle se nomme :',
      '',
      ...quoted,
      '',
      'Aucun courrier de ce genre ne vient sans votre accord. Confirmez, ou refusez, ici :',
      url,
      '',
      'Si vous ne faites rien, rien ne vient.',
    ],
  }),
  code: ({ code, title, page }) => ({
    subject: `${code} est votre code pour « ${title} »`,
    lines: [
      `Votre code pour le document « ${title} » est :`,
      '',
      `    ${code}`,
      '',
      'Saisissez-le sur la page qui l’a demandé. Il est valable 15 minutes. Personne ne vous le demandera par téléphone ou par courrier.',
      'Si vous n’avez pas demandé de code, ne faites rien : sans lui, personne n’entre.',
      '',
      `La page : ${page}`,
    ],
  }),
  invitation: ({ quoted, url, until }) => ({
    subject: 'Vous êtes invité à rejoindre une organisation',
    lines: [
      'Vous êtes invité à rejoindre une organisation sur Sealane. Elle se nomme :',
      '',
      ...quoted,
      '',
      'Vous n’êtes membre que si vous acceptez. En savoir plus, accepter ou refuser :',
      url,
      '',
      `L’invitation prend fin le ${until}. Qui l’ouvre peut répondre à votre place : ne la transmettez pas.`,
      'Si vous n’en attendiez pas, ne faites rien, ou refusez.',
    ],
  }),
  signer_invitation: ({ quoted, title, url, until, approves, again }) => ({
    subject: `${again ? 'On vous attend toujours' : approves ? 'À approuver' : 'À signer'} : ${title}`,
    lines: [
      approves
        ? `On vous demande de lire « ${title} » et de donner votre accord. Qui le demande se nomme :`
        : `On vous demande de lire et de signer « ${title} ». Qui le demande se nomme :`,
      '',
      ...quoted,
      '',
      approves
        ? 'Lisez d’abord ; rien n’est approuvé avant que vous ne le disiez. Vous pouvez aussi y refuser :'
        : 'Lisez d’abord ; rien n’est signé avant que vous ne le disiez. Vous pouvez aussi y refuser :',
      url,
      '',
      `Cet accès est le vôtre seul et fonctionne une fois, jusqu’au ${until}. Ne le transmettez pas.`,
      ...(again ? ['Il remplace celui que vous avez reçu auparavant.'] : []),
      'Si cela ne vous dit rien, ne faites rien.',
    ],
  }),
  signer_declined: (given) => writeEnd(declined, given),
  signer_voided: (given) => writeEnd(voided, given),
  signer_expired: (given) => writeEnd(expired, given),
  signer_copy: ({ quoted, title, page, isAttached }) => ({
    subject: `Complet : ${title}`,
    lines: [
      `« ${title} » est complet : chacun a fait sa part. L’expéditeur se nomme :`,
      '',
      ...quoted,
      '',
      isAttached
        ? 'Le document final accompagne ce courrier. Gardez-le.'
        : 'Le document final est trop lourd pour un courrier. Allez le chercher, et gardez-le.',
      'Vous pouvez le retrouver ici à tout moment ; un code par courrier montre que c’est bien vous :',
      page,
    ],
  }),
  job_set_aside: ({ server, id, task, error }) => ({
    subject: `Sealane a mis de côté la tâche ${task}`,
    lines: [
      `Une tâche du Sealane à ${server} a mis fin deux fois à son processus. Elle est mise de côté : personne ne la retente d’elle-même, et ce qu’elle devait faire n’est pas fait.`,
      '',
      `Tâche ${id}, ${task} : ${error}`,
      '',
      'Voir ces tâches :  npm run -s sealane -- jobs list',
      '',
      `La retenter, dans un processus à part :  npm run -s sealane -- jobs retry ${id}`,
      '',
      `L’abandonner :  npm run -s sealane -- jobs discard ${id}`,
    ],
  }),
  documents_unsealed: ({ server, count, why }) => ({
    subject: `Sealane ne peut pas sceller : ${count} ${count === 1 ? 'contrat signé attend' : 'contrats signés attendent'}`,
    lines: [
      `Au Sealane à ${server}, ${count === 1 ? 'un contrat a été signé' : `${count} contrats ont été signés`} par tous il y a plus de cinq minutes, et le document n’est pas scellé. Rien n’est perdu : chacun est retenté toutes les cinq minutes.`,
      '',
      why === null
        ? 'Un sceau qui vient d’être essayé a réussi. Voyez les tâches échouées.'
        : `Un sceau qui vient d’être essayé a échoué : ${why}`,
      '',
      'Voir ce qui scelle, et l’essayer :  npm run -s sealane -- seal status',
      '',
      'Voir ce qu’il faut réparer :  npm run -s sealane -- doctor',
      '',
      'Voir les tâches échouées :  npm run -s sealane -- jobs list',
    ],
  }),
  password_reset: ({ url }) => ({
    subject: 'Choisissez un nouveau mot de passe',
    lines: [
      'Quelqu’un, sans doute vous, a demandé un nouveau mot de passe sur Sealane. Choisissez-le ici :',
      url,
      '',
      'Le lien sert une seule fois, pendant une heure. Ensuite, vous êtes déconnecté partout.',
      'Si vous ne l’avez pas demandé, ne faites rien : votre mot de passe reste.',
    ],
  }),
  welcome: ({ url }) => ({
    subject: 'Sealane est prêt',
    lines: [
      'Votre Sealane est prêt, et ce courrier prouve qu’il peut envoyer des courriers.',
      '',
      'Connectez-vous ici :',
      url,
    ],
  }),
  webhook_health: (given) => ({
    subject: `${subjects[given.state]} : ${given.host}`,
    lines: [
      openings[given.state],
      '',
      `Webhook :    ${given.id}`,
      `URL :        ${given.url}`,
      ...(given.failures ? describeFailures(given.failures) : []),
      '',
      `Comment voir ce qui n’a pas été livré, et le renvoyer :\n${given.page}`,
    ],
  }),
}

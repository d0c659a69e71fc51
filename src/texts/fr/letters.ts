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
  disabled:
    'Ce webhook est désactivé. Les événements sont toujours enregistrés, et vous pourrez les envoyer quand le webhook sera réactivé.',
  recovered: 'Les livraisons à ce webhook réussissent de nouveau.',
}

const declined = { subject: 'Refusé', line: 'Quelqu’un a refusé.' }
const voided = { subject: 'Annulé', line: 'L’expéditeur a annulé ce document.' }
const expired = { subject: 'Délai passé', line: 'Le délai pour signer est passé.' }

function writeEnd({ subject, line }: typeof declined, { quoted, title }: { quoted: readonly string[]; title: string }) {
  return {
    subject: `${subject} : ${title}`,
    lines: [
      `${line} « ${title} » est terminé pour tous ceux qui y prennent part. L’expéditeur se nomme :`,
      '',
      ...quoted,
      '',
      'Il n’y a pas de document final, et vous n’avez plus rien à faire. Si cela vous semble une erreur, adressez-vous à l’expéditeur.',
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
    subject: 'Voulez-vous des e-mails sur un webhook en panne ?',
    lines: [
      'Une organisation sur Sealane souhaite vous prévenir par e-mail quand l’un de ses webhooks tombe en panne. Elle se nomme :',
      '',
      ...quoted,
      '',
      'Nous ne vous envoyons ces e-mails que si vous confirmez. Confirmez ou refusez ici :',
      url,
      '',
      'Si vous ne faites rien, nous ne vous envoyons rien.',
    ],
  }),
  code: ({ code, title, page }) => ({
    subject: `${code} est votre code pour « ${title} »`,
    lines: [
      `Votre code pour le document « ${title} » est :`,
      '',
      `    ${code}`,
      '',
      'Saisissez-le sur la page qui l’a demandé. Il est valable 15 minutes. Personne ne vous le demandera par téléphone ou par e-mail.',
      'Si vous n’avez pas demandé de code, ne faites rien. Sans ce code, personne ne peut ouvrir le document.',
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
      'Vous ne devenez membre que si vous acceptez. Lisez la suite, puis acceptez ou refusez :',
      url,
      '',
      `L’invitation prend fin le ${until}. Ne la transmettez pas : toute personne qui l’ouvre peut répondre à votre place.`,
      'Si vous n’attendiez pas d’invitation, ne faites rien, ou refusez.',
    ],
  }),
  signer_invitation: ({ quoted, title, url, until, approves, again }) => ({
    subject: `${again ? 'On vous attend toujours' : approves ? 'À approuver' : 'À signer'} : ${title}`,
    lines: [
      approves
        ? `On vous demande de lire et d’approuver « ${title} ». L’expéditeur se nomme :`
        : `On vous demande de lire et de signer « ${title} ». L’expéditeur se nomme :`,
      '',
      ...quoted,
      '',
      approves
        ? 'Lisez d’abord. Vous n’approuvez rien avant d’appuyer sur le bouton. Vous pouvez aussi y refuser :'
        : 'Lisez d’abord. Vous ne signez rien avant d’appuyer sur le bouton. Vous pouvez aussi y refuser :',
      url,
      '',
      `Ce lien est pour vous seul. Il fonctionne une fois, jusqu’au ${until}. Ne le transmettez pas.`,
      ...(again ? ['Il remplace le lien que nous vous avons envoyé auparavant.'] : []),
      'Si vous n’attendiez pas cet e-mail, ne faites rien.',
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
        ? 'Le document final est joint à cet e-mail. Gardez-le.'
        : 'Le document final est trop lourd pour un e-mail. Téléchargez-le, et gardez-le.',
      'Vous pouvez le télécharger ici à tout moment. Nous vous envoyons alors un code par e-mail, pour vérifier que c’est bien vous :',
      page,
    ],
  }),
  job_set_aside: ({ server, id, task, error }) => ({
    subject: `Sealane a mis de côté la tâche ${task}`,
    lines: [
      `Une tâche du serveur Sealane à ${server} a mis fin deux fois à son processus. Sealane a mis la tâche de côté et ne la retente pas. Le travail de la tâche n’est pas fait.`,
      '',
      `Tâche ${id}, ${task} : ${error}`,
      '',
      'Lister ces tâches :  npm run -s sealane -- jobs list',
      '',
      `La retenter, dans un processus à part :  npm run -s sealane -- jobs retry ${id}`,
      '',
      `L’abandonner :  npm run -s sealane -- jobs discard ${id}`,
    ],
  }),
  documents_unsealed: ({ server, count, why }) => ({
    subject: `Sealane ne peut pas sceller : ${count} ${count === 1 ? 'accord signé attend' : 'accords signés attendent'}`,
    lines: [
      `Sur le serveur Sealane à ${server}, tous ont signé ${count === 1 ? 'un accord' : `${count} accords`} il y a plus de cinq minutes, mais le document n’est pas scellé. Rien n’est perdu : Sealane réessaie toutes les cinq minutes.`,
      '',
      why === null
        ? 'Un essai de sceau vient de réussir. Voyez les tâches échouées.'
        : `Un essai de sceau vient d’échouer : ${why}`,
      '',
      'Voir les certificats du sceau, et faire un essai :  npm run -s sealane -- seal status',
      '',
      'Trouver ce qu’il faut réparer :  npm run -s sealane -- doctor',
      '',
      'Lister les tâches échouées :  npm run -s sealane -- jobs list',
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
      'Votre Sealane est prêt, et cet e-mail prouve qu’il peut envoyer des e-mails.',
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
      `Comment lister les événements non livrés, et les renvoyer :\n${given.page}`,
    ],
  }),
}

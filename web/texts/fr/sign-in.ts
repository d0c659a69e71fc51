import type { signIn as english } from '../en/sign-in.ts'

export const signIn: typeof english = {
  title: 'Se connecter',
  email: 'E-mail',
  password: 'Mot de passe',
  submit: 'Se connecter',
  passkey: 'Utiliser une clé d’accès',
  passkeyFailed: 'Aucune clé d’accès n’a été utilisée. Réessayez, ou connectez-vous avec votre mot de passe.',
  forgot: 'Mot de passe oublié ?',
  back: 'Retour à la connexion',
  unreachable: 'Le serveur est injoignable. Vérifiez votre connexion, puis réessayez.',
  failed: (requestId) =>
    `Cela n’a pas fonctionné. Réessayez ; si le problème persiste, prévenez la personne qui gère le serveur : requête ${requestId}.`,
  code: {
    title: 'Encore une étape',
    lead: 'Saisissez les six chiffres que votre application d’authentification affiche maintenant.',
    label: 'Code de l’application',
    submit: 'Continuer',
    useBackup: 'Utiliser plutôt un code de secours',
    backupLead: 'Saisissez l’un des codes de secours que vous avez gardés. Chacun sert une fois.',
    backupLabel: 'Code de secours',
    useApp: 'Utiliser plutôt l’application',
  },
  ask: {
    title: 'Choisir un nouveau mot de passe',
    lead: 'Nous envoyons un lien à votre adresse. Il sert une fois, pendant une heure.',
    submit: 'M’envoyer un lien',
    sent: 'Si quelqu’un ici a cette adresse, un lien est en route. Si aucun e-mail n’arrive en quelques minutes, demandez un lien à l’exploitant de ce serveur.',
  },
  reset: {
    title: 'Choisir un nouveau mot de passe',
    lead: (email) => `Pour ${email}. Ensuite vous êtes déconnecté partout, et vous vous connectez avec le nouveau.`,
    label: 'Nouveau mot de passe',
    hint: '10 caractères ou plus. Plusieurs mots se retiennent facilement.',
    submit: 'Enregistrer le mot de passe',
    done: 'Votre nouveau mot de passe est enregistré. Connectez-vous avec lui.',
  },
  setUp: {
    title: 'Configurer Sealane',
    lead: 'Ceci crée la première organisation et son administrateur : vous. Le lien sert une fois.',
    organization: 'Nom de l’organisation',
    slug: 'Son nom court, dans les adresses',
    slugHint: 'Lettres minuscules, chiffres et traits d’union.',
    name: 'Votre nom',
    submit: 'Configurer',
    mail: (email) =>
      `C’est fait. Un e-mail d’essai est en route vers ${email}. Sans SMTP_URL, il se trouve dans le dossier « mail » du serveur.`,
    go: 'Aller à l’application',
  },
}

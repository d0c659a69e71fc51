import type { signIn as english } from '../en/sign-in.ts'

export const signIn: typeof english = {
  title: 'Se connecter',
  email: 'E-mail',
  password: 'Mot de passe',
  submit: 'Se connecter',
  wrong: 'L’adresse e-mail ou le mot de passe est incorrect.',
  tooOften: 'Trop de tentatives. Attendez une minute, puis réessayez.',
  unreachable: 'Le serveur est injoignable. Vérifiez votre connexion, puis réessayez.',
  failed: (requestId) =>
    `Cela n’a pas fonctionné. Réessayez ; si le problème persiste, prévenez la personne qui gère le serveur : requête ${requestId}.`,
}

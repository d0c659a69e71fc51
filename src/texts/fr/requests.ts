import type { requests as english } from '../en/requests.ts'

/** Ce qui ne va pas avec une requête à une page, par code. */
export const requests: typeof english = {
  form_cross_site: () =>
    'Ce formulaire vient d’un autre site, ou votre navigateur ne dit pas d’où il vient. Ouvrez le lien que vous avez reçu.',
  cookies_missing: () =>
    'Ce navigateur ne garde pas de cookies pour ce site ; il ne peut donc pas signer. Autorisez-les et rouvrez le lien.',
  link_limited: ({ seconds }) => `Attendez ${seconds} secondes et rouvrez le lien.`,
  mail_page_missing: () => 'Il n’y a pas de page à cette adresse. Rouvrez le lien du courrier.',
  page_sent_once: () => 'Cette page ne peut pas être renvoyée. Rouvrez le lien.',
  session_missing: () =>
    'Ce navigateur n’a pas de document ouvert ici. Autorisez les cookies pour ce site et rouvrez le lien que vous avez reçu.',
  network_limited: ({ seconds }) =>
    `Trop de requêtes viennent d’arriver de votre réseau. Attendez ${seconds} secondes et réessayez.`,
}

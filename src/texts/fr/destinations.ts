import type { destinations as english } from '../en/destinations.ts'

export const destinations: typeof english = {
  destination_credentials: () => 'Retirez de l’URL le nom d’utilisateur et le mot de passe.',
  destination_forbidden: () =>
    'Cette destination n’est pas autorisée : ce n’est pas une adresse publique. Qui exploite ce serveur peut l’ouvrir avec WEBHOOK_ALLOW.',
  destination_https: () => 'Utilisez une URL https.',
  destination_port: ({ ports }) => `Utilisez l’un des ports ${ports}.`,
  destination_unresolved: () => 'Ce nom n’a pas d’adresse.',
  destination_url: () => 'Indiquez une URL https absolue.',
}

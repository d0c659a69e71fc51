import type { destinations as english } from '../en/destinations.ts'

export const destinations: typeof english = {
  destination_credentials: () => 'Retirez le nom d’utilisateur et le mot de passe de l’URL.',
  destination_forbidden: () =>
    'Cette destination n’est pas autorisée, car son adresse n’est pas publique. L’exploitant de ce serveur peut l’autoriser avec WEBHOOK_ALLOW.',
  destination_https: () => 'Utilisez une URL https.',
  destination_port: ({ ports }) => `Utilisez l’un des ports ${ports}.`,
  destination_unresolved: () => 'Le nom dans l’URL n’a pas d’adresse dans le DNS. Vérifiez son orthographe.',
  destination_url: () => 'Indiquez une URL https absolue.',
}

import { lazy } from 'react'

// Dialogs load when they open.
export const CreateWebhook = lazy(async () => ({ default: (await import('./form/create.tsx')).CreateWebhook }))
export const EditWebhook = lazy(async () => ({ default: (await import('./form/edit.tsx')).EditWebhook }))
export const RotateSecret = lazy(async () => ({ default: (await import('./form/rotate.tsx')).RotateSecret }))
export const RemoveWebhook = lazy(async () => ({ default: (await import('./remove.tsx')).RemoveWebhook }))
export const Recover = lazy(async () => ({ default: (await import('./recovery/recover.tsx')).Recover }))
export const SendTest = lazy(async () => ({ default: (await import('./test-event.tsx')).SendTest }))

import { errors as core } from './fr/errors.ts'
import { requests } from './fr/requests.ts'

export { attempts } from './fr/attempts.ts'
export { ceremony } from './fr/ceremony.ts'
export { document } from './fr/document.ts'
export { faults } from './fr/faults.ts'
export { findings } from './fr/findings.ts'
export { letters } from './fr/letters.ts'
export { mail_pages } from './fr/mail-pages.ts'
export { misfits } from './fr/misfits.ts'
export { pages } from './fr/pages.ts'
export { linking, refusals } from './fr/refusals.ts'
export { shapes } from './fr/shapes.ts'
export { verifications } from './fr/verifications.ts'

/** The sentences of errors: those of core, and those of requests. */
export const errors = { ...core, ...requests }

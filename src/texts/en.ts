import { errors as core } from './en/errors.ts'
import { requests } from './en/requests.ts'

export { attempts } from './en/attempts.ts'
export { ceremony } from './en/ceremony.ts'
export { document } from './en/document.ts'
export { faults } from './en/faults.ts'
export { findings } from './en/findings.ts'
export { letters } from './en/letters.ts'
export { mail_pages } from './en/mail-pages.ts'
export { misfits } from './en/misfits.ts'
export { pages } from './en/pages.ts'
export { linking, refusals } from './en/refusals.ts'
export { shapes } from './en/shapes.ts'
export { verifications } from './en/verifications.ts'

/** The sentences of errors: those of core, and those of requests. */
export const errors = { ...core, ...requests }

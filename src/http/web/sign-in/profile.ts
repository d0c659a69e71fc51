import type { FastifyInstance } from 'fastify'
import { changeProfile } from '../../../core/accounts/index.ts'
import { fault, invalid } from '../../../core/errors.ts'
import { isLanguage } from '../../../texts/index.ts'
import type { HttpDependencies } from '../../dependencies.ts'
import { memberOf } from '../../forms.ts'
import { doorOf } from './door.ts'
import { readMembers } from './members.ts'
import { requireSession } from './session.ts'

const schemes = ['light', 'dark'] as const

/** The settings of a person: their name for all their organizations, their language, and the look of pages. */
export function registerProfile(app: FastifyInstance, deps: HttpDependencies): void {
  app.post('/profile', async (request) => {
    const { name, language } = readMembers(request.body, ['name', 'language'])
    const scheme = memberOf(request.body, 'scheme')
    const { user } = await requireSession(request, deps)
    if (language !== 'browser' && !isLanguage(language)) {
      throw invalid([fault(['language'], 'enum', { allowed: ['en', 'fr', 'browser'] })])
    }
    const chosen = schemes.find((one) => one === scheme) ?? null
    if (chosen === null && !['', 'browser'].includes(scheme)) {
      throw invalid([fault(['scheme'], 'enum', { allowed: [...schemes, 'browser'] })])
    }
    await changeProfile(doorOf(request, deps), user.id, {
      ...{ name, language: language === 'browser' ? null : language },
      ...(scheme === '' ? {} : { scheme: chosen }),
    })
    return { isChanged: true }
  })
}

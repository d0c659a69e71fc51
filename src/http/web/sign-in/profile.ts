import type { FastifyInstance } from 'fastify'
import { changeProfile } from '../../../core/accounts/index.ts'
import { fault, invalid } from '../../../core/errors.ts'
import { isLanguage } from '../../../texts/index.ts'
import type { HttpDependencies } from '../../dependencies.ts'
import { doorOf } from './door.ts'
import { readMembers } from './members.ts'
import { requireSession } from './session.ts'

/** What a person says of themself: the name that all their organizations see, and their language. */
export function registerProfile(app: FastifyInstance, deps: HttpDependencies): void {
  app.post('/profile', async (request) => {
    const { name, language } = readMembers(request.body, ['name', 'language'])
    const { user } = await requireSession(request, deps)
    if (language !== 'browser' && !isLanguage(language)) {
      throw invalid([fault(['language'], 'enum', { allowed: ['en', 'fr', 'browser'] })])
    }
    await changeProfile(doorOf(request, deps), user.id, { name, language: language === 'browser' ? null : language })
    return { isChanged: true }
  })
}

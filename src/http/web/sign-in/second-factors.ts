import type { FastifyInstance } from 'fastify'
import { noteSignInAct, takeCode } from '../../../core/accounts/index.ts'
import { DomainError, say } from '../../../core/errors.ts'
import type { HttpDependencies } from '../../dependencies.ts'
import { browserOf, holding, setCookies } from '../../sign-in.ts'
import { wrongPassword } from './answers.ts'
import { doorOf } from './door.ts'
import { enter } from './enter.ts'
import { limitSignIn } from './limits.ts'
import { readMembers } from './members.ts'
import { requireSession } from './session.ts'

/** Codes of an authenticator app. Sign-in requests them; the profile turns them on and off. */
export function registerSecondFactors(app: FastifyInstance, deps: HttpDependencies): void {
  const { signIn } = deps

  app.post('/sign-in/code', async (request, reply) => {
    const { code, kind } = readMembers(request.body, ['code', 'kind'])
    // The cookie names the account. The try counts for that cookie, and for the address.
    const tried = await limitSignIn(request, reply, deps, `code ${request.headers.cookie ?? ''}`)
    const isBackup = kind === 'backup_code'
    const given = { code: code.replaceAll(' ', ''), isBackup }
    const outcome = await signIn.signInByCode(browserOf(request), given)
    if (!('userId' in outcome)) throw wrongCode()
    // If two people have read the same code, only one gets in: the session of the other ends before its cookie is sent.
    if (!isBackup && !(await takeCode(deps.database.system, outcome.userId, given.code, deps.now()))) {
      await signIn.signOut(holding(browserOf(request), outcome.cookies))
      throw wrongCode()
    }
    await tried.wasRight()
    return enter(request, reply, deps, { ...outcome, method: isBackup ? 'backup_code' : 'code' })
  })

  registerOwnFactors(app, deps)
}

/** The second factor that a person turns on and off in their profile. */
function registerOwnFactors(app: FastifyInstance, deps: HttpDependencies): void {
  const { signIn } = deps

  app.post('/two-factor/offer', async (request, reply) => {
    const { password } = readMembers(request.body, ['password'])
    const { user } = await requireSession(request, deps)
    const tried = await limitSignIn(request, reply, deps, user.email)
    const offered = await signIn.offerTwoFactor(browserOf(request), password)
    if ('refused' in offered) throw offered.refused === 'INVALID_PASSWORD' ? wrongPassword() : alreadyOn()
    await tried.wasRight()
    return { uri: offered.uri, backupCodes: offered.backupCodes }
  })

  app.post('/two-factor/enable', async (request, reply) => {
    const { code } = readMembers(request.body, ['code'])
    const { user } = await requireSession(request, deps)
    const tried = await limitSignIn(request, reply, deps, user.email)
    const given = code.replaceAll(' ', '')
    const outcome = await signIn.enableTwoFactor(browserOf(request), given)
    if (!('userId' in outcome)) throw wrongCode()
    await takeCode(deps.database.system, outcome.userId, given, deps.now())
    await tried.wasRight()
    if (!user.hasTwoFactors) await noteSignInAct(doorOf(request, deps), user.id, { action: 'user.two_factor_enabled' })
    setCookies(reply, outcome.cookies)
    return { isEnabled: true }
  })

  app.post('/two-factor/disable', async (request, reply) => {
    const { password } = readMembers(request.body, ['password'])
    const { user } = await requireSession(request, deps)
    const tried = await limitSignIn(request, reply, deps, user.email)
    const outcome = await signIn.disableTwoFactor(browserOf(request), password)
    if ('refused' in outcome) throw wrongPassword()
    await tried.wasRight()
    if (user.hasTwoFactors) await noteSignInAct(doorOf(request, deps), user.id, { action: 'user.two_factor_disabled' })
    setCookies(reply, outcome.cookies)
    return { isEnabled: false }
  })

  app.post('/two-factor/backup-codes', async (request, reply) => {
    const { password } = readMembers(request.body, ['password'])
    const { user } = await requireSession(request, deps)
    const tried = await limitSignIn(request, reply, deps, user.email)
    const outcome = await signIn.renewBackupCodes(browserOf(request), password)
    if ('refused' in outcome) throw wrongPassword()
    await tried.wasRight()
    return outcome
  })
}

function wrongCode(): DomainError {
  return new DomainError('unauthenticated', 'wrong_code', say('wrong_code'))
}

function alreadyOn(): DomainError {
  return new DomainError('conflict', 'two_factor_on', say('two_factor_on'))
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import {
  type Answering,
  acceptInvitation,
  declineInvitation,
  noteSignInAct,
  type OwnInvitation,
  readOwnInvitation,
} from '../../core/accounts/index.ts'
import { DomainError, type Fault } from '../../core/errors.ts'
import type { HttpDependencies } from '../dependencies.ts'
import { memberOf } from '../forms.ts'
import { mainForm, wishedLanguage } from '../language-switch.ts'
import { originOf } from '../origin.ts'
import { escapeHtml } from '../pages/index.ts'
import { type Reader, readerOf } from '../reader.ts'
import { browserOf, setCookies } from '../sign-in.ts'
import { faultList, paragraph, prepare, sendPage, wordsFor } from './page.ts'

/** The page on which a person answers an invitation. Only its button answers, because mail programs open links too. */
export async function joinPlugin(app: FastifyInstance, { deps }: { deps: HttpDependencies }): Promise<void> {
  const refuseOtherMethods = prepare(app, deps)
  app.get('/', async (request, reply) => {
    const reader = readerOf(request)
    const token = memberOf(request.query, 'invitation')
    const invitation = await readOwnInvitation(answeringOf(request, deps, token))
    const body = invitation.isAccepted ? joined(reader, invitation) : form(reader, invitation, token)
    return sendPage(request, reply, { title: titleOf(reader, invitation), body })
  })
  app.post('/', async (request, reply) => {
    const { body } = request
    const reader = readerOf(request)
    const token = memberOf(body, 'invitation')
    const query = `invitation=${encodeURIComponent(token)}`
    const answering = answeringOf(request, deps, token)
    const language = wishedLanguage({ page_language: memberOf(body, 'page_language') })
    if (language) {
      const invitation = await readOwnInvitation(answering)
      const wished = readerOf(request, language)
      // The page shows a password to nobody, not even to the person who typed it.
      const again = form(wished, { ...invitation, name: memberOf(body, 'name') }, token)
      return sendPage(request, reply, { title: titleOf(wished, invitation), body: again, query, language })
    }
    if (memberOf(body, 'answer') === 'decline') {
      await declineInvitation(answering)
      const { declined, declined_lead } = wordsFor(reader).join
      return sendPage(request, reply, { title: declined, body: paragraph(declined_lead), query })
    }
    const { email, asks } = await readOwnInvitation(answering)
    const answer = { name: memberOf(body, 'name'), password: memberOf(body, 'password') }
    try {
      await acceptInvitation(answering, answer, deps.hashPassword)
    } catch (error) {
      if (!(error instanceof DomainError) || error.faults.length === 0) throw error
      const invitation = await readOwnInvitation(answering)
      const again = form(reader, { ...invitation, name: answer.name }, token, error.faults)
      return sendPage(request, reply, { title: titleOf(reader, invitation), body: again, status: 422, query })
    }
    const isIn = asks.password && (await signInNew(request, reply, deps, { email, password: answer.password }))
    return reply.redirect(isIn ? '/' : `/join?${query}`, 303)
  })
  refuseOtherMethods()
}

function answeringOf(request: FastifyRequest, deps: HttpDependencies, token: string): Answering {
  return { db: deps.database.system, token, now: deps.now(), vault: deps.vault, origin: originOf(request) }
}

/**
 * Signs in the person who has just chosen a password. Only our own page may request it, because another site must not
 * sign anybody in. Returns whether the person is signed in.
 */
async function signInNew(
  request: FastifyRequest,
  reply: FastifyReply,
  deps: HttpDependencies,
  given: { email: string; password: string },
): Promise<boolean> {
  if (request.headers['sec-fetch-site'] !== 'same-origin') return false
  const outcome = await deps.signIn.signInByPassword(browserOf(request), given)
  if (!('userId' in outcome)) return false
  const { db, now, vault, origin } = answeringOf(request, deps, '')
  const act = { action: 'user.signed_in', data: { method: 'password' } } as const
  await noteSignInAct({ db, now, vault, ...(origin && { origin }) }, outcome.userId, act)
  setCookies(reply, outcome.cookies)
  return true
}

function titleOf(reader: Reader, { organizationName: organization }: OwnInvitation): string {
  return wordsFor(reader).join.title({ organization })
}

function joined(reader: Reader, { organizationName: organization }: OwnInvitation): string {
  const { joined: words, open } = wordsFor(reader).join
  return `${paragraph(words({ organization }))}<p><a href="/">${escapeHtml(open)}</a></p>`
}

function form(reader: Reader, invitation: OwnInvitation, token: string, faults: readonly Fault[] = []): string {
  const { organizationName: organization, inviterName, email, role, name, asks } = invitation
  const { join: words } = wordsFor(reader)
  const shown = asks.name ? words.shows_both : words.shows_known({ email })
  const invites = words.invites({ inviter: inviterName ?? '', organization, role: role ?? '' })
  return `${faultList(faults, reader.language)}
${paragraph(`${invites} ${shown}`)}
<form method="post" action="/join" id="${mainForm}">
<input type="hidden" name="invitation" value="${escapeHtml(token)}">
${asks.name ? nameField(reader, name) : ''}
${asks.password ? passwordField(reader, email) : ''}
<button name="answer" value="accept">${escapeHtml(words.accept)}</button>
<button name="answer" value="decline" formnovalidate>${escapeHtml(words.decline)}</button>
</form>`
}

function nameField(reader: Reader, name: string): string {
  return `<label for="name">${escapeHtml(wordsFor(reader).join.name)}</label>
<input id="name" name="name" value="${escapeHtml(name)}" autocomplete="name" maxlength="200" required>`
}

function passwordField(reader: Reader, email: string): string {
  return `<input type="hidden" name="username" value="${escapeHtml(email)}" autocomplete="username">
<label for="password">${escapeHtml(wordsFor(reader).join.password({ least: 10 }))}</label>
<input id="password" name="password" type="password" autocomplete="new-password" minlength="10" maxlength="128" required>`
}

import type { FastifyInstance, FastifyRequest } from 'fastify'
import {
  type Answering,
  acceptInvitation,
  declineInvitation,
  type OwnInvitation,
  readOwnInvitation,
} from '../../core/accounts/index.ts'
import { DomainError, type Fault } from '../../core/errors.ts'
import type { HttpDependencies } from '../dependencies.ts'
import { memberOf } from '../forms.ts'
import { originOf } from '../origin.ts'
import { escapeHtml } from '../pages/index.ts'
import { faultList, paragraph, prepare, sendPage } from './page.ts'

/** Where a person answers an invitation to an organization. Only the button answers: machines that open links do not. */
export async function joinPlugin(app: FastifyInstance, { deps }: { deps: HttpDependencies }): Promise<void> {
  prepare(app, deps)
  app.get('/', async (request, reply) => {
    const token = memberOf(request.query, 'invitation')
    const invitation = await readOwnInvitation(answeringOf(request, deps, token))
    const title = `Join ${invitation.organizationName}`
    return sendPage(reply, title, invitation.isAccepted ? joined(invitation) : form(invitation, token))
  })
  app.post('/', async (request, reply) => {
    const { body } = request
    const token = memberOf(body, 'invitation')
    const answering = answeringOf(request, deps, token)
    if (memberOf(body, 'answer') === 'decline') {
      await declineInvitation(answering)
      return sendPage(reply, 'You declined', paragraph('You are not a member. You can close this page.'))
    }
    const answer = { name: memberOf(body, 'name'), password: memberOf(body, 'password') }
    try {
      await acceptInvitation(answering, answer, deps.hashPassword)
    } catch (error) {
      if (!(error instanceof DomainError) || error.faults.length === 0) throw error
      const invitation = await readOwnInvitation(answering)
      const again = form({ ...invitation, name: answer.name }, token, error.faults)
      return sendPage(reply, `Join ${invitation.organizationName}`, again, 422)
    }
    return reply.redirect(`/join?invitation=${encodeURIComponent(token)}`, 303)
  })
}

function answeringOf(request: FastifyRequest, deps: HttpDependencies, token: string): Answering {
  return { db: deps.database.system, token, now: deps.now(), vault: deps.vault, origin: originOf(request) }
}

function joined({ organizationName }: OwnInvitation): string {
  return paragraph(`You are a member of ${organizationName} now.`)
}

function form(invitation: OwnInvitation, token: string, faults: readonly Fault[] = []): string {
  const { organizationName, inviterName, email, role, name, asks } = invitation
  const by = inviterName ? `${inviterName} invites you` : 'You are invited'
  const shown = asks.name ? 'your name and your address' : `the name that you have chosen on this server, and ${email}`
  return `${faultList(faults)}
${paragraph(`${by} to join ${organizationName} as ${role}. The organization will see ${shown}.`)}
<form method="post" action="/join">
<input type="hidden" name="invitation" value="${escapeHtml(token)}">
${asks.name ? nameField(name) : ''}
${asks.password ? passwordField(email) : ''}
<button name="answer" value="accept">Join</button>
<button name="answer" value="decline" formnovalidate>Decline</button>
</form>`
}

function nameField(name: string): string {
  return `<label for="name">Your name, as all organizations that you join will see it</label>
<input id="name" name="name" value="${escapeHtml(name)}" autocomplete="name" maxlength="200" required>`
}

function passwordField(email: string): string {
  return `<input type="hidden" name="username" value="${escapeHtml(email)}" autocomplete="username">
<label for="password">A password for signing in, of at least 10 characters</label>
<input id="password" name="password" type="password" autocomplete="new-password" minlength="10" maxlength="128" required>`
}

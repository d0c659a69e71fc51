import { type At, asking } from './asking.ts'
import type { Browser } from './index.ts'
import type { Instance } from './instance.ts'
import { type Outcome, type Refused, refusable } from './refusals.ts'

type Answer = NonNullable<Parameters<Instance['api']['verifyPasskeyAuthentication']>[0]>['body']['response']

// Refuses values without the form of an answer. better-auth judges all others.
function isAnswer(value: object): value is Answer {
  const { id, response } = { id: null, response: null, ...value }
  return typeof id === 'string' && /^[\w-]{1,1400}$/.test(id) && typeof response === 'object' && response !== null
}

/** The challenge for a browser, with the cookie that the answer needs. */
type Question = { options: object; cookies: string[] }

/** Keys on a person's device, which verifies the person. */
export function withPasskeys(at: At) {
  return {
    async offerPasskey(browser: Browser): Promise<Question | Refused> {
      const { api } = await at(browser)
      return refusable(async () => {
        const { headers, response } = await api.generatePasskeyRegistrationOptions(asking(browser))
        return { options: response, cookies: headers.getSetCookie() }
      })
    },

    async addPasskey(browser: Browser, body: { response: object; name: string }): Promise<{ id: string } | Refused> {
      const { api } = await at(browser)
      return refusable(async () => {
        const { response } = await api.verifyPasskeyRegistration({ body, ...asking(browser) })
        return { id: response.id }
      })
    },

    async askForPasskey(browser: Browser): Promise<Question> {
      const { api } = await at(browser)
      const asked = await api.generatePasskeyAuthenticationOptions(asking(browser, { isSignIn: true }))
      return { options: { ...asked.response, userVerification: 'required' }, cookies: asked.headers.getSetCookie() }
    },

    async signInByPasskey(browser: Browser, response: object): Promise<Outcome> {
      const { api } = await at(browser)
      return refusable(async () => {
        if (!isAnswer(response)) return { refused: 'NO_ANSWER' }
        const answer = { body: { response }, ...asking(browser, { isSignIn: true }) }
        const { headers, response: signedIn } = await api.verifyPasskeyAuthentication(answer)
        return { cookies: headers.getSetCookie(), userId: signedIn.user.id }
      })
    },
  }
}

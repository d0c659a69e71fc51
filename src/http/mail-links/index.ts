import type { Face } from '../server.ts'
import { failureMailsPlugin } from './failure-mails.ts'
import { joinPlugin } from './join.ts'
import { renderMailLinkError } from './page.ts'
import { webhookHelpPlugin } from './webhook.ts'

/** The pages that mails lead to. */
export const mailLinkFaces: Face[] = [
  { prefix: '/join', plugin: joinPlugin, renderError: renderMailLinkError },
  { prefix: '/app/webhooks', plugin: webhookHelpPlugin, renderError: renderMailLinkError },
  { prefix: '/failure-mails', plugin: failureMailsPlugin, renderError: renderMailLinkError },
]

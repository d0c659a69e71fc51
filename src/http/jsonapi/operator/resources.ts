import type { Resource } from '../resource.ts'
import { serverInvitationLinks } from './invitation-links.ts'
import { serverOrganizations } from './organization-resources.ts'
import { plainIds, type Served } from './served.ts'
import { serverFindings, serverQueues, serverStates } from './state-resources.ts'
import { serverJobs, serverMails, serverTestMails } from './work-resources.ts'

/** The resources of the server for its operator, outside of any organization. */
export function serverResources(served: Served | null): Resource[] {
  const server = () => {
    if (!served) throw new Error('A server that is only described was asked.')
    return served
  }
  const made = [
    serverStates,
    serverFindings,
    serverQueues,
    serverJobs,
    serverMails,
    serverOrganizations,
    serverTestMails,
  ]
  return [
    ...made.map((make) => make(server)),
    serverInvitationLinks(plainIds(/^-$/), () => server().operator.sendsMail),
  ]
}

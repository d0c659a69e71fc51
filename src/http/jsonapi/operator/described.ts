import type { Resource } from '../resource.ts'
import { serverResources } from './resources.ts'

/** The resources of a server, for documents: nothing is read from a server. */
export const describedServer: readonly Resource[] = serverResources(null)

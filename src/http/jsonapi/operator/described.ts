import type { Resource } from '../resource.ts'
import { serverResources } from './resources.ts'

/** The resources of a server, for what describes them: nothing is asked of any. */
export const describedServer: readonly Resource[] = serverResources(null)

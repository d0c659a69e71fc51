import type { Resource } from '../resource.ts'
import { serverResources } from './resources.ts'

/** The resources of a server for the documentation, without a server to read. */
export const describedServer: readonly Resource[] = serverResources(null)

import { jsonApiFace } from './http/jsonapi/index.ts'
import { restFace } from './http/rest/index.ts'
import { restPagesFace } from './http/rest/pages/index.ts'
import { retiredFace } from './http/rest/retired.ts'
import type { Face } from './http/server.ts'
import { signPlugin } from './http/sign/index.ts'

/** Every face of the product over HTTP, in the order in which they are registered. */
export const faces: Face[] = [
  restFace,
  retiredFace,
  { prefix: '/agree', plugin: signPlugin },
  jsonApiFace,
  restPagesFace,
]

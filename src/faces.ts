import { evidenceFace, revocationsFace, trustFace } from './http/evidence/index.ts'
import { jsonApiFace } from './http/jsonapi/index.ts'
import { mailLinkFaces } from './http/mail-links/index.ts'
import { restFace } from './http/rest/index.ts'
import { restPagesFace } from './http/rest/pages/index.ts'
import { publicKeysFace } from './http/rest/public-keys.ts'
import { retiredFace } from './http/rest/retired.ts'
import type { Face } from './http/server.ts'
import { renderSignError, signPlugin } from './http/sign/index.ts'
import { webFace } from './http/web/index.ts'
import { signInFace } from './http/web/sign-in/index.ts'

/** The text of an agreement as the ceremony shows it. Authors see the same text through the JSON:API dialect. */
export { documentHtml as showAgreementText } from './http/sign/document-html.ts'
export { fillInPreviewHtml as showAgreementPart } from './http/sign/pages/fill-in-preview.ts'

/** Every HTTP face of the product, in the order of registration. */
export const faces: Face[] = [
  restFace,
  retiredFace,
  { prefix: '/agree', plugin: signPlugin, renderError: renderSignError },
  jsonApiFace,
  signInFace,
  webFace,
  restPagesFace,
  publicKeysFace,
  evidenceFace,
  trustFace,
  revocationsFace,
  ...mailLinkFaces,
]

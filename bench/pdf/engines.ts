import type { RenderAgreement } from '../../src/core/agreements/document/index.ts'

/**
 * The setters of finished agreements; each is loaded when it is used. The peer is the typesetter alone, in this
 * process.
 */
export const engines: Record<string, () => Promise<RenderAgreement>> = {
  ours: async () => (await import('../../src/adapters/pdf/index.ts')).renderAgreementPdf,
  peer: async () => {
    const { typeset } = await import('../../src/adapters/pdf/typst.ts')
    const { setAgreement } = await import('../../src/adapters/pdf/agreement.ts')
    return async (input) => typeset(setAgreement(input))
  },
}

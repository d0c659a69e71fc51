import { expect, test } from 'vitest'
import { previews } from '../../src/http/jsonapi/previews/described.ts'
import { findResource } from '../../src/http/jsonapi/registry.ts'
import { endpoints } from '../../src/http/rest/endpoints.ts'

// The JSON:API counterpart of each REST operation: type and verb, or the reason why it needs none.
const counterparts: Record<string, [type: string, verb: 'list' | 'create' | 'update' | 'remove'] | string> = {
  listVerifications: ['verifications', 'list'],
  getVerification: ['verifications', 'list'],
  deleteVerification: ['verifications', 'remove'],
  orderVerification: ['verifications', 'create'],
  cancelVerification: ['cancellations', 'create'],
  listConsentTexts: ['consent-texts', 'list'],
  listConsents: ['consents', 'list'],
  createConsent: ['consents', 'create'],
  getConsent: ['consents', 'list'],
  withdrawConsent: ['withdrawals', 'create'],
  getVerificationCatalog: 'the words are in the OpenAPI document of the dialect',
  checkHealth: '/health is outside of both dialects',
  listWebhooks: ['webhooks', 'list'],
  getWebhook: ['webhooks', 'list'],
  createWebhook: ['webhooks', 'create'],
  updateWebhook: ['webhooks', 'update'],
  deleteWebhook: ['webhooks', 'remove'],
  rotateWebhookSecret: ['secret-rotations', 'create'],
  listWebhookEvents: ['webhook-events', 'list'],
  getWebhookEvent: ['webhook-events', 'list'],
  redeliverWebhookEvent: ['redeliveries', 'create'],
  sendTestWebhookEvent: ['webhook-events', 'create'],
  listWebhookAttempts: ['delivery-attempts', 'list'],
  getWebhookDeliverySettings: ['webhooks', 'list'],
  updateWebhookDeliverySettings: ['webhooks', 'update'],
  getWebhookFilters: ['webhooks', 'list'],
  updateWebhookFilters: ['webhooks', 'update'],
  recoverWebhook: ['recoveries', 'create'],
  listWebhookRecoveries: ['recoveries', 'list'],
  getWebhookRecovery: ['recoveries', 'list'],
  cancelWebhookRecovery: ['recoveries', 'update'],
  listEvents: ['events', 'list'],
  followEvents: 'a connection that is held open, for the shell of a developer',
  getOrganization: ['organizations', 'list'],
  updateOrganization: ['organizations', 'update'],
  listAgreements: ['agreements', 'list'],
  createAgreement: ['agreements', 'create'],
  getAgreement: ['agreements', 'list'],
  updateAgreement: ['agreements', 'update'],
  duplicateAgreement: ['agreements', 'create'],
  archiveAgreement: ['agreements', 'update'],
  listAgreementLinks: ['agreement-links', 'list'],
  createAgreementLink: ['agreement-links', 'create'],
  getAgreementLink: ['agreement-links', 'list'],
  updateAgreementLink: ['agreement-links', 'update'],
  listSubmissions: ['submissions', 'list'],
  createSubmission: ['submissions', 'create'],
  getSubmission: ['submissions', 'list'],
  downloadDocument: ['documents', 'list'],
  downloadBundle: ['documents', 'list'],
  downloadProof: ['documents', 'list'],
  downloadSignerFile: ['submissions', 'list'],
  getSeal: ['documents', 'list'],
  voidSubmission: ['voidings', 'create'],
  reassignSigner: ['signers', 'update'],
  remindSigner: ['reminders', 'create'],
  getAgreementFile: ['agreements', 'list'],
  createBulkSend: ['bulk-sends', 'create'],
  previewBulkSend: ['bulk-send-previews', 'create'],
  listBulkSends: ['bulk-sends', 'list'],
  getBulkSend: ['bulk-sends', 'list'],
  downloadBulkSendResult: ['bulk-sends', 'list'],
  stopBulkSend: ['bulk-sends', 'update'],
  continueBulkSend: ['bulk-sends', 'update'],
  deleteBulkSend: ['bulk-sends', 'remove'],
  createExport: ['exports', 'create'],
  listExports: ['exports', 'list'],
  getExport: ['exports', 'list'],
  downloadExport: ['exports', 'list'],
  deleteExport: ['exports', 'remove'],
  createErasure: ['erasures', 'create'],
  listInvitations: ['invitations', 'list'],
  createInvitation: ['invitations', 'create'],
  getInvitation: ['invitations', 'list'],
  revokeInvitation: ['invitations', 'remove'],
  listVersions: 'the dialect has one version, in its address',
}

test('JSON:API can do whatever REST can do, or the table says why not', () => {
  expect(Object.keys(counterparts).sort()).toEqual(endpoints.map(({ id }) => id).sort())
  for (const [id, counterpart] of Object.entries(counterparts)) {
    if (typeof counterpart === 'string') continue
    const [type, verb] = counterpart
    const resource = findResource(type) ?? previews.find((one) => one.type === type)
    expect(resource?.[verb], id).toBeTypeOf('function')
  }
})

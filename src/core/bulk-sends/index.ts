export {
  type BulkSend,
  bulkSendList,
  bulkSendStates,
  getBulkSend,
  listBulkSends,
} from './bulk-send.ts'
export { continueBulkSend, deleteBulkSend, setBulkSendStopped, stopBulkSend } from './control.ts'
export { type BulkSendPreview, createBulkSend, type NewBulkSend, previewBulkSend } from './create.ts'
export { bulkSendJobs, bulkSendSchedule } from './jobs.ts'
export { type RowResult, readResult } from './result.ts'
export { forgetWaysIn } from './retention.ts'

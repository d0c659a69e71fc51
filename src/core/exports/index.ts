export { createExport, type NewExport } from './create.ts'
export {
  type Export,
  type ExportFormat,
  exportFormats,
  exportList,
  exportStates,
  getExport,
  listExports,
} from './export.ts'
export { deleteExport, readExportFile } from './file.ts'
export { type ExportJobDependencies, exportJobs, exportSchedule } from './jobs.ts'
export { dropExport, type KeptExport, listAllExports } from './operate.ts'
export { rewriteExports } from './retention.ts'
export type { WriteExportPart, WrittenPart } from './run.ts'

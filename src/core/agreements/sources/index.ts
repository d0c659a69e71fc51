export {
  doorOf,
  dropUnusedFiles,
  fileColumns,
  findVersionFile,
  isUpload,
  keepFile,
  type PdfFile,
  type PdfUpload,
  readFileBytes,
  type ShownFile,
  toFile,
} from './file.ts'
export { importFields, importRoles } from './import.ts'
export * from './pdf.ts'
export { type PictureWidth, pictureWidths, readLines, readPicture } from './pictures.ts'
export { coveredPlaces, findPlaceFaults, placesOf } from './placing.ts'
export { type FileUpload, readUpload } from './upload.ts'

import { fault } from '../../errors.ts'
import type { FieldKind } from './field.ts'

/** The media types of the files that signers may upload, by the words that authors use. */
export const fileTypes = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  heic: 'image/heic',
} as const
export type FileWord = keyof typeof fileTypes

export const usualFileTypes: readonly FileWord[] = ['pdf', 'jpeg', 'png']
export const usualMegabytes = 5
export const mostMegabytes = 10
export const mostFileFields = 20
export const longestFileName = 200

/** A file that the signer uploads. The value is the file's name; the file and its hash are stored separately. */
export const file: FieldKind = {
  about: 'a file that the signer sends',
  options: ['accept', 'maxMegabytes', 'showIf'],
  size: { width: 160, height: 17 },
  filledBy: 'signer',
  keepsLabel: false,
  required: 'required_file',
  findOptionFaults({ accept, maxMegabytes = usualMegabytes }) {
    const allowed = Object.keys(fileTypes)
    const isKnown = accept === undefined || (accept.length > 0 && accept.every((word) => allowed.includes(word)))
    const isSize = Number.isInteger(maxMegabytes) && maxMegabytes >= 1 && maxMegabytes <= mostMegabytes
    return [
      ...(isKnown ? [] : [fault(['accept'], 'enum', { allowed, value: accept })]),
      ...(isSize ? [] : [fault(['maxMegabytes'], 'range', { least: 1, most: mostMegabytes, value: maxMegabytes })]),
    ]
  },
  // A form cannot carry a file, so its value is ignored.
  read: () => '',
  findFaults: () => [],
  greatestLength: () => longestFileName,
  finish: (value) => ({ kind: 'text', value }),
}

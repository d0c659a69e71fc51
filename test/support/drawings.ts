import { createDrawingReader } from '../../src/adapters/drawings/index.ts'

/** The one reader of drawings of this test file; its thread ends with the process. */
export const { read: readDrawing } = createDrawingReader()

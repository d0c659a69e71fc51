import { serveWork } from '../../workers/serve.ts'
import { typeset } from './typst.ts'

serveWork(typeset)

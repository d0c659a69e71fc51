import { serveWork } from '../../workers/serve.ts'
import { doSealJob } from './work.ts'

serveWork(doSealJob)

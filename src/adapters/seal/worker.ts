import { serveWork } from '../../workers/serve.ts'
import { prepareSeal } from './prepare.ts'

serveWork(prepareSeal)

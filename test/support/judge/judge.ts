import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { entryOf, errorStatuses } from '../../../src/http/jsonapi/error-codes.ts'
import { isLanguage, saySentence, texts } from '../../../src/texts/index.ts'

const schemaFile = new URL('../../conformance/jsonapi/schema.json', import.meta.url)
const ajv = new Ajv2020({ allErrors: true, strict: false })
formats.default(ajv)
const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')))

type Identifier = { type: string; id: string }
type Relationship = { data?: Identifier | Identifier[] | null }
type Resource = Identifier & { attributes?: object; relationships?: Record<string, Relationship> }
type ErrorObject = { status: string; code?: string; detail?: string; meta?: { sentence?: string; values?: object } }
type Document = {
  data?: Resource | Resource[] | null
  included?: Resource[]
  errors?: ErrorObject[]
}

const languages = Object.keys(texts)
  .filter(isLanguage)
  .filter((language) => language !== 'en')
const mediaType = /^application\/vnd\.api\+json(;(ext|profile)="[^"]+")*$/

// A UUIDv7 in canonical form, which is how keys are stored.
const rawKey = /"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"/

/** The parts of a request that a judge of its response needs. */
type Asked = { method: string; url: string }

/**
 * The faults of a response of the dialect: media type (CN-01), form (schema of JSON:API 1.1), unique resources (IN-04),
 * full linkage (IN-03), one namespace (RO-03), statuses (ER-03). Our own rules: every error code is explained, every
 * sentence exists in every language, and no stored key is visible.
 */
export function judgeResponse(asked: Asked, status: number, headers: Record<string, unknown>, text: string): string[] {
  const faults: string[] = []
  const type = String(headers['content-type'] ?? '')
  if (!String(headers.vary ?? '').includes('Accept')) faults.push('Vary does not name Accept')
  if (status === 204 || status === 304) return text === '' ? faults : [...faults, `a body with ${status}`]
  if (!mediaType.test(type)) faults.push(`Content-Type is ${type}`)
  if (asked.method === 'HEAD') return faults
  const document = parse(text)
  if (document === undefined) return [...faults, 'the body is no JSON']
  if (!validate(document)) faults.push(...(validate.errors ?? []).map((e) => `${e.instancePath} ${e.message}`))
  faults.push(...judgeResources(asked, document), ...judgeErrors(status, document), ...judgeKeys(text, document))
  return faults
}

function parse(text: string): Document | undefined {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function judgeResources(asked: Asked, { data, included = [] }: Document): string[] {
  const primary = [data ?? []].flat()
  const isLinkage = asked.url.includes('/relationships/')
  const all = [...primary, ...included]
  const seen = new Set<string>()
  const faults: string[] = []
  for (const resource of all) {
    if (seen.has(keyOf(resource))) faults.push(`${keyOf(resource)} is there twice`)
    seen.add(keyOf(resource))
    const shared = Object.keys(resource.attributes ?? {}).filter((name) => name in (resource.relationships ?? {}))
    if (shared.length > 0) faults.push(`${shared} is both attribute and relationship`)
  }
  if (isLinkage || asked.url.includes('fields')) return faults
  const reached = reach(primary, new Map(all.map((resource) => [keyOf(resource), resource])))
  const loose = included.map(keyOf).filter((key) => !reached.has(key))
  return loose.length > 0 ? [...faults, `included without linkage: ${loose}`] : faults
}

// All resources to which linkage leads from the primary data.
function reach(primary: Resource[], all: Map<string, Resource>): Set<string> {
  const reached = new Set(primary.map(keyOf))
  const open = [...primary]
  for (let resource = open.pop(); resource; resource = open.pop()) {
    for (const { data } of Object.values(resource.relationships ?? {})) {
      for (const identifier of [data ?? []].flat()) {
        const next = all.get(keyOf(identifier))
        if (next && !reached.has(keyOf(next))) open.push(next)
        reached.add(keyOf(identifier))
      }
    }
  }
  return reached
}

function judgeErrors(status: number, { errors }: Document): string[] {
  if (status >= 400 !== (errors !== undefined)) return [`status ${status} ${errors ? 'with' : 'without'} errors`]
  const alone = errors?.length === 1 && errors[0]?.status !== String(status)
  const dark = (errors ?? []).filter(({ code }) => code !== undefined && !(entryOf(code) in errorStatuses))
  return [
    ...(alone ? [`status ${status}, but the error says ${errors?.[0]?.status}`] : []),
    ...dark.map(({ code }) => `the page of errors does not explain ${code}`),
    ...(errors ?? []).flatMap(judgeSentence),
  ]
}

const sections = ['errors', 'faults', 'refusals', 'shapes'] as const

// An error has its sentence in English, by its name and values, and has one in every other language.
function judgeSentence({ detail = '', meta }: ErrorObject): string[] {
  const [name, code = ''] = (meta?.sentence ?? '').split('.')
  const section = sections.find((known) => known === name)
  if (!section || !Object.hasOwn(texts.en[section], code)) return [`nobody can say in another language: ${detail}`]
  const sentence = { section, code, params: meta?.values ?? {} }
  const english = saySentence(sentence)
  // Long values and long sentences are cut.
  if (english !== detail && !`${english}${detail}`.includes('…'))
    return [`by its values ${meta?.sentence} is: ${english}`]
  return languages.flatMap((language) => {
    const said = saySentence(sentence, language)
    return said === english || said.includes('undefined') ? [`${meta?.sentence} is not said in ${language}`] : []
  })
}

function judgeKeys(text: string, { data, included }: Document): string[] {
  if (!rawKey.test(text)) return []
  const [key] = rawKey.exec(JSON.stringify([data, included])) ?? []
  return key ? [`the raw key ${key}`] : []
}

function keyOf({ type, id }: Identifier): string {
  return `${type} ${id}`
}

import type { Resource } from '../../../src/http/jsonapi/resource.ts'
import { samples } from '../../../tools/samples/jsonapi.ts'
import type { World } from './world.ts'

// The open objects that actions can end.
const open: Record<string, string> = {
  voidings: '/submissions?filter[status]=viewed',
  cancellations: '/verifications?filter[status]=started',
}

/** Attributes and relationships with which a resource can be made in a world. */
export async function newSample(
  world: World,
  { type }: Resource,
): Promise<[attributes: object, relationships: object]> {
  const { attributes = {}, relationships = {} } = samples[type] ?? {}
  const [check] = (await world.get('/verifications')).body.data
  const text = JSON.stringify(attributes).replaceAll('{{$randomUUID}}', `x${type}`)
  const links = Object.entries(relationships).map(async ([name, of]) => {
    const own = type === 'reminders' ? `/signers?filter[submission]=${world.submission}` : undefined
    const [one] = (await world.get(open[type] ?? own ?? `/${of}?page[size]=1`)).body.data
    return [name, { data: { type: of, id: one.id } }]
  })
  const person = String(check.attributes.person)
  return [JSON.parse(text.replace('{{person}}', person)), Object.fromEntries(await Promise.all(links))]
}

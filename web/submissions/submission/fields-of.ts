import { type Resource, useResources } from '../../app/api.ts'
import { useSession } from '../../app/session.ts'

export type Field = Resource<'agreement-versions'>['attributes']['fields'][number]

/** The fields of the version that signers see, by key. Empty while they load, or without permission. */
export function useFieldsOf({ attributes, relationships }: Resource<'submissions'>): ReadonlyMap<string, Field> {
  const agreement = relationships.agreement.data?.id ?? ''
  const query = { filter: { agreement, number: String(attributes.agreementVersion) } }
  const [version] = useResources('agreement-versions', query, useSession().may('agreements:read')).data?.data ?? []
  return new Map(version?.attributes.fields.map((field) => [field.key, field]))
}

/** The name of a field: its label, or else its form in the text. */
export function nameOf(field: Field | undefined, key: string): string {
  return field?.label ?? `{{${key}}}`
}

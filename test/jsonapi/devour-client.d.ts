declare module 'devour-client' {
  type Found = Record<string, unknown> & { id: string }
  type Answer<T> = { data: T; meta: { total: number }; links: Record<string, string> }
  export default class JsonApi {
    constructor(options: { apiUrl: string; pluralize?: false; logger?: boolean })
    headers: Record<string, string>
    define(model: string, attributes: object, options?: { collectionPath?: string; readOnly?: string[] }): void
    findAll(model: string, parameters?: object): Promise<Answer<Found[]>>
    find(model: string, id: string, parameters?: object): Promise<Answer<Found>>
    create(model: string, resource: object): Promise<Answer<Found>>
    update(model: string, resource: object): Promise<Answer<Found>>
    destroy(model: string, id: string): Promise<unknown>
  }
}

declare module 'jsonapi-serializer' {
  type Known = Record<string, unknown>
  type Options = { attributes?: string[]; keyForAttribute: 'camelCase'; pluralizeType?: false; role?: object }
  class Serializer {
    constructor(type: string, options: Options)
    serialize(resource: Known): object
  }
  class Deserializer {
    constructor(options: Options)
    deserialize(document: unknown): Promise<Known[] & Known>
  }
  const both: { Serializer: typeof Serializer; Deserializer: typeof Deserializer }
  export default both
}

import { type Static, Type } from 'typebox'
import { object, text } from '../members.ts'

const change = object(
  {
    id: text('Word for the change.'),
    description: text('What changed.'),
    resources: Type.Array(Type.String(), { description: 'Objects that it touches.' }),
  },
  'One change.',
)

const release = object(
  {
    version: text('Name of the version.', '2.2'),
    released_on: Type.String({ format: 'date', description: 'Day of the release.' }),
    summary: text('What it brought.'),
    changes: Type.Array(change, { description: 'The changes from the previous version.' }),
    endpoints: Type.Array(Type.String(), { description: 'The endpoints that this version added.' }),
  },
  'One released version.',
)

const versionList = object(
  { latest: text('The newest version.', '2.2'), versions: Type.Array(release, { description: 'Newest first.' }) },
  'Every released version of the API.',
)
const health = object({ status: text('Always ok.', 'ok') }, 'The API answers.')

export type VersionListWire = Static<typeof versionList>

export const versionResources = { version_list: versionList, health }

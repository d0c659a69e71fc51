import {
  createSavedView,
  deleteSavedView,
  listSavedViews,
  savedViewList,
  updateSavedView,
} from '../../../core/accounts/index.ts'
import { longestListQuery } from '../../../core/lists/index.ts'
import { text, time } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import { toOne } from '../resource.ts'

/** Lists of the web app with the saved settings of a user. A user sees only their own. */
export const savedViews = defineResource({
  type: 'saved-views',
  idKind: 'saved_view',
  about: 'Your saved filters and orders of lists in the web app, at most 50. Nobody else sees them.',
  permissions: { read: 'organization:read', write: 'organization:read' },
  fields: savedViewList.fields,
  attributes: {
    name: text('The name of the view, unique for each path.', { write: 'always', required: true }),
    path: text('The path of the list, such as /verifications.', { write: 'create', required: true }),
    query: text('The query of the address of the view.', { write: 'always', required: true, max: longestListQuery }),
    createdAt: time('When it was saved.'),
    updatedAt: time('When it last changed.'),
  },
  relationships: { user: toOne('users', 'userId', 'The user who saved the view.') },
  list: listSavedViews,
  create: createSavedView,
  update: updateSavedView,
  remove: deleteSavedView,
})

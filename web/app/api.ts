import { keepPreviousData, QueryClient, type UseMutationResult, useMutation, useQuery } from '@tanstack/react-query'
import { type Client, createClient, JsonApiError, type Query, type Type } from '../../clients/jsonapi/src/index.ts'
import { useAwaited } from '../parts/awaited.ts'
import { isForFreshSignIn } from './auth.ts'
import { confirmIdentity } from './identity.ts'
import { errorInOwnWords } from './own-words.ts'
import { namedOrganization, prefix } from './place.ts'
import { leadToSignIn, sessionQuery } from './session.ts'

export { JsonApiError, type Query, type Resource, searchOf, type Type } from '../../clients/jsonapi/src/index.ts'

/** The cache of the app's requests. It uses an answer for ten seconds. */
export const queryClient: QueryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // A client error is not tried again. After other errors, the server or the network may come back.
      retry: (count, error) => count < 2 && !(error instanceof JsonApiError && error.status < 500),
    },
  },
})

/**
 * Calls the API as the signed-in person, for their organization. Without a session it opens sign-in. Errors are in the
 * person's language.
 */
export async function asClient<Answer>(ask: (api: Client) => Promise<Answer>): Promise<Answer> {
  try {
    return await ask(await openClient())
  } catch (error) {
    if (isOfNobody(error)) return askOnceMore(ask)
    if (isForFreshSignIn(error) && (await confirmIdentity())) return ask(await openClient())
    throw await errorInOwnWords(error)
  }
}

const isOfNobody = (error: unknown) => error instanceof JsonApiError && error.status === 401

/** A request that ran while the session changed its secret counted as nobody's, so it is sent again. */
async function askOnceMore<Answer>(ask: (api: Client) => Promise<Answer>): Promise<Answer> {
  await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 })
  try {
    return await ask(await openClient())
  } catch (error) {
    if (isOfNobody(error)) return leadToSignIn()
    throw await errorInOwnWords(error)
  }
}

async function openClient(): Promise<Client> {
  const organization =
    namedOrganization ?? (await queryClient.ensureQueryData(sessionQuery)).activeOrganization ?? undefined
  return createClient({ baseUrl: `${prefix}/v1/api`, ...(organization === undefined ? {} : { organization }) })
}

type OfOne<T extends Type> = Pick<Query<T>, 'include' | 'fields'>

/** One resource by its id, when `isAsked` is set. */
export function useResource<T extends Type>(type: T, id: string, query: OfOne<T> = {}, isAsked = true) {
  return useAwaited(
    useQuery({
      enabled: isAsked,
      queryKey: [type, 'one', id, query],
      queryFn: ({ signal }) => asClient((api) => api.get(type, id, query, { signal })),
    }),
  )
}

/** The first page of a list, for choices and counts, when `isAsked` is set. `ResourceList` shows whole lists. */
export function useResources<T extends Type>(type: T, query: Query<T> = {}, isAsked = true) {
  return useAwaited(
    useQuery({
      enabled: isAsked,
      queryKey: [type, 'list', query],
      queryFn: ({ signal }) => asClient((api) => api.list(type, query, { signal })),
      placeholderData: keepPreviousData,
    }),
  )
}

/** A change. After it, all data of the named types is read again. */
export function useChange<Input, Answer>(
  types: readonly Type[],
  change: (api: Client, input: Input) => Promise<Answer>,
): UseMutationResult<Answer, Error, Input> {
  return useMutation({
    mutationFn: (input: Input) => asClient((api) => change(api, input)),
    onSettled: () => Promise.all(types.map((type) => queryClient.invalidateQueries({ queryKey: [type] }))),
  })
}

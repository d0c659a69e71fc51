/** The versions of the REST dialect, newest first. test/web/api-keys.test.ts compares them with those of the server. */
export const apiVersions = ['2.2', '2.1', '2.0'] as const

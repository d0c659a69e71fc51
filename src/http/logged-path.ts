/** Routes whose address holds a secret: what stands in its place in the log. */
const secretPlaces: [RegExp, string][] = [[/^(\/agree\/[^/]+\/begin)\/.*/, '$1/[secret]']]

/** The path of a request as the log may tell it: without its query, which holds people's data, and without secrets. */
export function loggedPath(url: string): string {
  const [path = ''] = url.split('?')
  const plain = decodeSlashes(path)
  return secretPlaces.reduce((told, [place, instead]) => told.replace(place, instead), plain)
}

/** The router reads these as the letters that they stand for, and so must whoever looks for secrets. */
function decodeSlashes(path: string): string {
  return path.replace(/%[2-7][\da-f]/gi, (coded) => decodeURIComponent(coded))
}

const sentence = /(['"`])(?:\p{Lu}|\$\{)(?:(?!\1).)* (?:(?!\1).)*[.!?]\1/u

/**
 * The texts of a file that read as sentences. Comments, errors that are bugs, lines of the log, and descriptions for
 * documents are none that a person is shown.
 */
export function findSentences(text: string): string[] {
  const code = text.replaceAll(/\/\*.*?\*\//gs, '').replaceAll(/(?:new Error|\blog\.\w+)\((?:[^()]|\([^()]*\))*\)/g, '')
  return code.split('\n').flatMap((line) => {
    if (/^\s*\/\/|\b(?:description|about):/.test(line)) return []
    return sentence.exec(line)?.[0] ?? []
  })
}

const betweenTags = /(?<=[^=]>)[^<>{}`]*\p{L}{2,}[^<>{}`]*(?=<\/)/u
const readAloud = /(?<=\b(?:aria-label|alt|placeholder|title)=")[^"$]*\p{L}{2,}[^"]*/u

/** The words of a page that stand in its code: between tags, or where a screen reader reads them out. */
export function findPageWords(text: string): string[] {
  const code = text.replaceAll(/\/\*.*?\*\//gs, '').replaceAll(/\$\{[^{}`<]*\}/g, '')
  return code.split('\n').flatMap((line) => {
    if (/^\s*\/\//.test(line)) return []
    return betweenTags.exec(line)?.[0] ?? readAloud.exec(line)?.[0] ?? []
  })
}

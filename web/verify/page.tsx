/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks'
import type { Verdict } from '../../verifier/verdict.ts'
import { verify } from '../../verifier/verify.ts'
import { FileField } from './file-field.tsx'
import { type ChosenTrust, openTrust } from './trust.ts'
import { VerdictView } from './verdict.tsx'
import { words } from './words.ts'

type Told = { verdict: Verdict; name: string } | { fault: string } | null
const { page } = words

/** A page on which people choose or drop a file and see its verdict. */
export function VerifyPage({ fetched }: { fetched: Promise<ChosenTrust | null> }) {
  const [trust, setTrust] = useState<ChosenTrust | null | undefined>(undefined)
  const [file, setFile] = useState<File | null>(null)
  const [told, setTold] = useState<Told>(null)
  const [trustFault, setTrustFault] = useState<string | null>(null)
  const wanted = useHash()
  useEffect(() => void fetched.then(setTrust), [fetched])
  useEffect(() => {
    if (!file || !trust) return
    setTold(null)
    check(file, trust.text).then(setTold)
  }, [file, trust])
  useDrop(setFile)
  const chooseTrust = async (chosen: File) => {
    const opened = await openTrust(await chosen.text())
    setTrustFault(opened ? null : page.badTrust)
    if (opened) setTrust(opened)
  }
  return (
    <main>
      <p class="brand">Sealane</p>
      <h1>{page.title}</h1>
      <p>{page.lead}</p>
      {!globalThis.isSecureContext && <p class="fault">{page.needsHttps}</p>}
      {wanted !== null && told === null && (
        <p>
          {page.awaited} <code>{wanted}</code>
        </p>
      )}
      <FileField label={page.choose} accept="application/pdf,.pdf,application/zip,.zip" onChoose={setFile} />
      <p class="hint">{page.drop}</p>
      <div role="status">
        {file && trust && told === null && <p>{page.checking}</p>}
        {told && 'fault' in told && <p class="fault">{told.fault}</p>}
        {told && 'verdict' in told && <VerdictView verdict={told.verdict} name={told.name} wanted={wanted} />}
      </div>
      <section aria-labelledby="trust">
        <h2 id="trust">{page.trust}</h2>
        {trust && <p>{page.trustOf(trust.origin)}</p>}
        {trust === null && <p class="fault">{page.noTrust}</p>}
        <p class="hint">{page.trustHint}</p>
        <FileField label={page.chooseTrust} accept="application/json,.json" onChoose={chooseTrust} />
        <p role="alert" class="fault">
          {trustFault}
        </p>
      </section>
    </main>
  )
}

async function check(file: File, trust: string): Promise<Told> {
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    return { verdict: await verify(bytes, trust), name: file.name }
  } catch {
    return { fault: page.unreadableFile }
  }
}

/** The hash of evidence in the address: `/verify#<64 hex>`. */
function useHash(): string | null {
  const [hash, setHash] = useState(readHash)
  useEffect(() => {
    const heed = () => setHash(readHash())
    addEventListener('hashchange', heed)
    return () => removeEventListener('hashchange', heed)
  }, [])
  return hash
}

function readHash(): string | null {
  const hash = location.hash.slice(1).toLowerCase()
  return /^[\da-f]{64}$/.test(hash) ? hash : null
}

function useDrop(take: (file: File) => void): void {
  useEffect(() => {
    const over = (event: DragEvent) => event.preventDefault()
    const drop = (event: DragEvent) => {
      event.preventDefault()
      const [file] = event.dataTransfer?.files ?? []
      if (file) take(file)
    }
    addEventListener('dragover', over)
    addEventListener('drop', drop)
    return () => {
      removeEventListener('dragover', over)
      removeEventListener('drop', drop)
    }
  }, [take])
}

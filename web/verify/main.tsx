/** @jsxImportSource preact */
import '../sign-in/sign-in.css'
import './verify.css'
import { render } from 'preact'
import { VerifyPage } from './page.tsx'
import { fetchTrust } from './trust.ts'
import { words } from './words.ts'

// Proves a document in the browser. After this page has loaded, it sends no request.
document.documentElement.lang = words.language
const place = document.getElementById('root')
if (!place) throw new Error('The page has no place for what it shows.')
render(<VerifyPage fetched={fetchTrust()} />, place)

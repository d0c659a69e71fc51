import type { ReactNode } from 'react'

// The icons are SVG, because a glyph is an empty box without a font that has it.
function Icon({ children }: { children: ReactNode }) {
  return (
    <svg
      viewBox="0 0 20 20"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      aria-hidden="true"
    >
      {children}
    </svg>
  )
}

export const CopyIcon = () => (
  <Icon>
    <rect x="7" y="7" width="9.5" height="9.5" rx="2" />
    <path d="M13 7V5.5a2 2 0 0 0-2-2H5.5a2 2 0 0 0-2 2V11a2 2 0 0 0 2 2H7" />
  </Icon>
)

export const CheckIcon = () => (
  <Icon>
    <path d="m4 10.5 4 4 8-9" strokeLinecap="round" strokeLinejoin="round" />
  </Icon>
)

export const MenuIcon = () => (
  <Icon>
    <path d="M3 5h14M3 10h14M3 15h14" strokeLinecap="round" />
  </Icon>
)

/** A list in ascending order. */
export const AscendingIcon = () => (
  <Icon>
    <path d="M10 4v12m-4-4 4 4 4-4" strokeLinecap="round" strokeLinejoin="round" />
  </Icon>
)

export const SearchIcon = () => (
  <Icon>
    <circle cx="9" cy="9" r="5.5" />
    <path d="m13 13 4 4" strokeLinecap="round" />
  </Icon>
)

export const PersonIcon = () => (
  <Icon>
    <circle cx="10" cy="6.5" r="3.2" />
    <path d="M3.5 17c.6-3.4 3-5 6.5-5s5.9 1.6 6.5 5" strokeLinecap="round" />
  </Icon>
)

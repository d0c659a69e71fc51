import { useWords } from '../app/language.tsx'
import { home as en } from '../texts/en/home.ts'
import { home as fr } from '../texts/fr/home.ts'
import css from './home.module.css'

/** A day of UTC, as YYYY-MM-DD, with its number. */
export type Day = { day: string; count: number }

const [height, width, gap] = [60, 8, 3]

/** A bar for each day, with the same numbers as a table. */
export function DayChart({ label, days }: { label: string; days: readonly Day[] }) {
  const say = useWords({ en, fr }).volumes
  const most = Math.max(1, ...days.map(({ count }) => count))
  return (
    <>
      <svg
        className={css.chart}
        viewBox={`0 0 ${days.length * (width + gap)} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={label}
      >
        {days.map(({ day, count }, index) => {
          const tall = count === 0 ? 1 : Math.max(3, (count / most) * height)
          return (
            <rect
              key={day}
              className={count === 0 ? css.none : css.bar}
              x={index * (width + gap)}
              y={height - tall}
              width={width}
              height={tall}
            />
          )
        })}
      </svg>
      <details>
        <summary>{say.asTable}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{say.day}</th>
              <th scope="col">{say.count}</th>
            </tr>
          </thead>
          <tbody>
            {days.map(({ day, count }) => (
              <tr key={day}>
                <td>{day}</td>
                <td>{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  )
}

import { Button, Group, Text } from '@mantine/core'
import { encode, renderSVG } from 'uqr'
import { saveFile } from '../../parts/save-file.ts'
import type { links } from '../../texts/en/links.ts'
import css from './links.module.css'

/** A QR code of an address, made in the browser, to view, save or print. */
export function Qr({ say: { qr: say }, address, name }: { say: typeof links; address: string; name: string }) {
  const svg = renderSVG(address, { border: 2 })
  return (
    <section aria-label={say.title}>
      <Text fw={600} mb="xs">
        {say.title}
      </Text>
      <img className={css.qr} src={`data:image/svg+xml,${encodeURIComponent(svg)}`} alt={say.alt(address)} />
      <Group gap="xs" mt="xs">
        <Button
          variant="default"
          size="xs"
          onClick={() => saveFile(new Blob([svg], { type: 'image/svg+xml' }), `${name}.svg`)}
        >
          {say.svg}
        </Button>
        <Button variant="default" size="xs" onClick={() => void savePng(address, name)}>
          {say.png}
        </Button>
      </Group>
    </section>
  )
}

/** Pixels for each module; enough for print. */
const scale = 16

async function savePng(address: string, name: string): Promise<void> {
  const { data, size } = encode(address, { border: 2 })
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = size * scale
  const drawing = canvas.getContext('2d')
  if (!drawing) return
  drawing.fillStyle = '#fff'
  drawing.fillRect(0, 0, canvas.width, canvas.height)
  drawing.fillStyle = '#000'
  data.forEach((row, y) => {
    row.forEach((isDark, x) => {
      if (isDark) drawing.fillRect(x * scale, y * scale, scale, scale)
    })
  })
  canvas.toBlob((file) => file && saveFile(file, `${name}.png`), 'image/png')
}

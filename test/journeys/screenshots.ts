import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { childIdOf } from '../../src/cli/demonstration/child-plan.ts'
import { episodeIdOf } from '../../src/cli/demonstration/episode-plan.ts'
import { withBrowser } from '../support/browser.ts'
import { signIn } from '../support/journey-person.ts'
import { startProduct } from '../support/journey-product.ts'
import { checkout } from '../support/starting.ts'

/** The pictures of README, of the product as it is: `node test/journeys/screenshots.ts`. As high as they are useful, not
    as long as the page. */
const pictures = [
  { name: 'board', as: 'Ruth Adeyemi', path: '/board', width: 1200, height: 1030 },
  {
    name: 'episode',
    as: 'Sam Okafor',
    path: `/episodes/${episodeIdOf('tyler, back this evening')}`,
    width: 1200,
    height: 1000,
  },
  {
    name: 'report',
    as: 'Ruth Adeyemi',
    path: `/report/${childIdOf('tyler')}/worried`,
    width: 320,
    height: 900,
  },
]

const folder = join(checkout, 'docs/screenshots')
mkdirSync(folder, { recursive: true })
const product = await startProduct()
try {
  await withBrowser(async (browser) => {
    for (const { name, as, path, width, height } of pictures) {
      const person = await signIn(browser, product, as, { width })
      await person.page.setViewportSize({ width, height })
      await person.goTo(path)
      await person.page.evaluate('document.fonts.ready')
      await person.page.screenshot({ path: join(folder, `${name}.png`) })
      await person.leaves()
    }
  })
} finally {
  await product.stop()
}

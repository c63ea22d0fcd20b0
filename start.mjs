import { launch } from './bin/launch.mjs'

await launch(new URL('bin/whereabouts.mjs', import.meta.url), ['start', ...process.argv.slice(2)])

#!/usr/bin/env node
import { launch } from './launch.mjs'

await launch(import.meta.url, process.argv.slice(2))

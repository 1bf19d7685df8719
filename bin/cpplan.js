#!/usr/bin/env node
process.exitCode = await (await import('../dist/main.js')).run();

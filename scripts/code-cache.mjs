// Keeps what node makes of the quick part of the program, so that it need not be made at every start:
// `node scripts/code-cache.mjs FOLDER`. Another version of node makes it anew.
import { readFileSync, writeFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { Script } from 'node:vm';

const path = resolve(process.argv[2] ?? 'dist', 'lean.cjs');
const script = new Script(Module.wrap(readFileSync(path, 'utf8')), { filename: path });
const module = { exports: {} };
script.runInThisContext()(module.exports, createRequire(path), module, path, '');

// What has run is kept; what has not is left out
const quiet = () => undefined;
const io = {
  out: quiet,
  err: quiet,
  env: {},
  onInterrupt: () => quiet,
  terminal: false,
  interactive: false,
  errorsToTerminal: false,
  colour: false,
  columns: 80,
  today: () => '2026-11-22',
  shipped: { beside: {}, areAsBuilt: () => true },
};
const example = 'cases/further-plan/second-plan-under-a-year.yaml';
for (const args of [
  ['check', example, '--show', 'note'],
  ['screen', example, '--no-input'],
]) {
  // Whatever it leaves to the program is right, and slow: nobody would notice
  const exit = await module.exports.fastAnswer(args, io);
  if (exit === undefined) throw new Error(`The fast start leaves \`${args.join(' ')}\` to the program.`);
}
writeFileSync(path.replace(/cjs$/, 'cache'), script.createCachedData());

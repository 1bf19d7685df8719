// The npm packages whose code is in a bundle, as esbuild reports it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Folders of the packages whose code came into the output of some builds, in order. */
export function foldersIn(metafiles) {
  const files = metafiles.flatMap(({ outputs }) => Object.values(outputs).flatMap(({ inputs }) => Object.keys(inputs)));
  const folders = files.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []);
  return [...new Set(folders)].sort();
}

/** A package: its name, version, licence and the text of it. @throws Error where it has none */
export function packageIn(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (!license) throw new Error(`${folder}: this package names no licence: look at it before it is shipped.`);
  const file = readdirSync(folder).find((one) => /^(licen[cs]e|copying)/i.test(one));
  const text = file ? join(folder, file) : join(KEPT, `${name}.txt`);
  if (!existsSync(text))
    throw new Error(`${folder}: this package has no text of its licence: look at it before it is shipped.`);
  return { folder, name, version, licence: license, text: readFileSync(text, 'utf8').trim() };
}

/** Licences of packages that leave the text out of what they publish, as their repositories have it. */
const KEPT = 'scripts/package/licences';

/** The packages whose code the program holds, as its last build found them. */
export function bundledPackages() {
  const list = 'build/bundled.json';
  if (!existsSync(list)) throw new Error(`${list} is missing: run \`npm run build\`.`);
  return JSON.parse(readFileSync(list, 'utf8')).map(packageIn);
}

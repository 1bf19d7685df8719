// Installs programs to measure beside cpplan: `node scripts/install-peers.mjs FOLDER`. They come from npm, in the versions
// below; two more come from Debian, where the script may install packages. None is a dependency of this project.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

const FROM_NPM = {
  'ajv-cli': '5.0.0',
  '@jirutka/ajv-cli': '6.0.0',
  '@sourcemeta/jsonschema': '16.11.0',
  '@stoplight/spectral-cli': '6.16.3',
  v8r: '5.1.0',
  'yaml-lint': '1.7.0',
};

/** yamllint, and a schema checker on the parser of libyaml. */
const FROM_DEBIAN = ['yamllint', 'python3-jsonschema', 'python3-yaml'];

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('Name a folder: node scripts/install-peers.mjs FOLDER');
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
const wanted = Object.entries(FROM_NPM).map(([name, version]) => `${name}@${version}`);
writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: FROM_NPM }, null, 2));
// No script of a package runs
execFileSync('npm', ['install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund'], {
  stdio: 'inherit',
});
console.log(`From npm: ${wanted.join(', ')}.`);
try {
  execFileSync('apt-get', ['install', '--yes', '--no-install-recommends', ...FROM_DEBIAN], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  console.log(`From Debian: ${FROM_DEBIAN.join(', ')}.`);
} catch {
  console.log(
    `Not installed from Debian: ${FROM_DEBIAN.join(', ')}. Install them as administrator to measure them too.`,
  );
}

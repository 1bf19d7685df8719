// Other programs that check files against a schema, as far as they are installed. None is a dependency of this project:
// npm i --prefix FOLDER ajv-cli @jirutka/ajv-cli @sourcemeta/jsonschema; and python3 with jsonschema and PyYAML.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const PYTHON = `import glob, json, sys, yaml
from jsonschema import Draft202012Validator
check = Draft202012Validator(json.load(open(sys.argv[1])))
bad = 0
for path in sorted(glob.glob(sys.argv[2] + '/**/*.yaml', recursive=True)):
    try:
        bad += not check.is_valid(yaml.load(open(path), Loader=yaml.CSafeLoader))
    except yaml.YAMLError:
        bad += 1
print(bad)`;

/** Commands that validate a folder of case files against the schema of case files, by name. */
export function peersIn(peers, folder, work) {
  const schema = join(work, 'case.schema.json');
  writeFileSync(schema, execFileSync(process.execPath, ['bin/cpplan.js', 'schema', 'case']));
  const glob = `${folder}/**/*.yaml`;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join(folder, name));
  const bin = (name) => resolve(peers, 'node_modules', name);
  const all = {
    'ajv-cli': [
      process.execPath,
      bin('ajv-cli/dist/index.js'),
      'validate',
      '--spec=draft2020',
      '--strict=false',
      '-s',
      schema,
      '-d',
      glob,
    ],
    '@jirutka/ajv-cli': [
      process.execPath,
      bin('@jirutka/ajv-cli/lib/main.js'),
      'validate',
      '--spec=draft2020',
      '--strict=false',
      '-s',
      schema,
      ...files,
    ],
    'sourcemeta jsonschema --fast': [
      process.execPath,
      bin('@sourcemeta/jsonschema/npm/cli.js'),
      'validate',
      '--fast',
      schema,
      folder,
      '--extension',
      'yaml',
    ],
  };
  const there = Object.entries(all).filter(([, [, script]]) => existsSync(script));
  const python = join(work, 'peer.py');
  writeFileSync(python, PYTHON);
  return {
    ...Object.fromEntries(there),
    ...(hasPython() && { 'python3-jsonschema': ['python3', python, schema, folder] }),
  };
}

function hasPython() {
  try {
    execFileSync('python3', ['-c', 'import jsonschema, yaml; yaml.CSafeLoader'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

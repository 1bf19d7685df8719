// Other programs that look at YAML files, as far as `scripts/install-peers.mjs` has installed them.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { caseText } from '../generate-cases.mjs';
import { once } from './run.mjs';

/** Programs that were asked for and cannot be had from npm or Debian. */
export const NOT_TO_BE_HAD = {
  OPA: 'npm and Debian do not have it',
  kubeconform: 'npm and Debian do not have it',
};

const PYTHON = `import glob, json, sys, yaml
from jsonschema import Draft202012Validator
check = Draft202012Validator(json.load(open(sys.argv[1])))
bad = 0
for path in sorted(glob.glob(sys.argv[2] + '/**/*.yaml', recursive=True)):
    try:
        bad += not check.is_valid(yaml.load(open(path), Loader=yaml.CSafeLoader))
    except yaml.YAMLError:
        bad += 1
print(bad)
sys.exit(bad > 0)`;

/** What a program looks at in a file. */
const [SCHEMA, SYNTAX] = ['schema', 'syntax'];

/**
 * Each program: what it looks at, how many files it takes in sensible time, and its words. `at` is where a file in the
 * folder of programs stands, and nothing where it is not installed.
 */
const PEERS = {
  'sourcemeta jsonschema --fast': {
    looks: SCHEMA,
    most: 200_000,
    command: ({ at, schema, folder }) =>
      node(at('@sourcemeta/jsonschema/npm/cli.js'), 'validate', '--fast', schema, folder, '--extension', 'yaml'),
  },
  'ajv-cli': {
    looks: SCHEMA,
    most: 200_000,
    command: ({ at, loose, glob }) =>
      node(at('ajv-cli/dist/index.js'), 'validate', '--spec=draft2020', '--strict=false', '-s', loose, '-d', glob),
  },
  '@jirutka/ajv-cli': {
    looks: SCHEMA,
    most: 10_000,
    command: ({ at, schema, files }) =>
      node(
        at('@jirutka/ajv-cli/lib/main.js'),
        'validate',
        '--spec=draft2020',
        '--strict=false',
        '-s',
        schema,
        ...files(),
      ),
  },
  'python3-jsonschema, PyYAML in C': {
    looks: SCHEMA,
    most: 10_000,
    command: ({ folder, loose, python }) =>
      works('python3', '-c', 'import jsonschema, yaml; yaml.CSafeLoader') && ['python3', python, loose, folder],
  },
  v8r: {
    looks: SCHEMA,
    most: 1000,
    command: ({ at, loose }) => node(at('v8r/src/index.js'), '--schema', loose, '**/*.yaml'),
  },
  'spectral-cli': {
    looks: SCHEMA,
    most: 1000,
    command: ({ at, ruleset, glob }) =>
      node(at('@stoplight/spectral-cli/dist/index.js'), 'lint', '--ruleset', ruleset, glob),
  },
  'yaml-lint': {
    looks: SYNTAX,
    most: 10_000,
    command: ({ at, glob }) => node(at('yaml-lint/dist/cli.js'), glob),
  },
  yamllint: {
    looks: SYNTAX,
    most: 1000,
    command: ({ folder }) =>
      works('yamllint', '--version') && ['yamllint', '-d', '{rules: {key-duplicates: enable}}', folder],
  },
};

const node = (script, ...args) => script && [process.execPath, script, ...args];

function works(...command) {
  try {
    execFileSync(command[0] ?? '', command.slice(1), { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Slow ones run once: their ratio says enough. */
const FEW = { turns: 1 };

/**
 * Programs to run on a folder of so many case files without faults, by name, and those that are not there.
 * @returns {{ programs: Record<string, import('./run.mjs').Runnable>, missing: Record<string, string> }}
 */
export function peersFor(peers, folder, files, work) {
  const given = inputsFor(peers, folder, work);
  const missing = /** @type {Record<string, string>} */ ({ ...NOT_TO_BE_HAD });
  const programs = /** @type {Record<string, import('./run.mjs').Runnable>} */ ({});
  for (const [name, { most, command }] of Object.entries(PEERS)) {
    const words = command(given);
    if (!words) missing[name] = 'not installed here';
    else if (files <= most)
      programs[name] = { command: words, cwd: folder, ...(most <= 10_000 && files * 10 > most && FEW) };
    else missing[name] = `too slow for so many files: measured with up to ${most}`;
  }
  return { programs, missing };
}

/** Programs that should look at the schema and let files pass that break it: what they take says nothing. */
export function blindPeers(peers, work) {
  const folder = join(work, 'broken');
  mkdirSync(folder, { recursive: true });
  for (const n of [1, 2, 3])
    writeFileSync(join(folder, `${n}.yaml`), caseText(n, 1, true).replace('version: 1', 'version: one'));
  const { programs } = peersFor(peers, folder, 3, work);
  return Object.entries(programs)
    .filter(([name, program]) => !looksAtSyntaxAlone(name) && once(program).status === 0)
    .map(([name]) => name);
}

/** Whether a program looks at syntax alone. */
export const looksAtSyntaxAlone = (name) => PEERS[name]?.looks === SYNTAX;

function inputsFor(peers, folder, work) {
  const text = execFileSync(process.execPath, ['bin/cpplan.js', 'schema', 'case'], { encoding: 'utf8' });
  const [schema, loose] = [join(work, 'case.schema.json'), join(work, 'loose.schema.json')];
  const [ruleset, python] = [join(work, 'ruleset.json'), join(work, 'peer.py')];
  writeFileSync(schema, text);
  writeFileSync(loose, JSON.stringify(withoutScalars(JSON.parse(text))));
  writeFileSync(ruleset, JSON.stringify(spectralRules(JSON.parse(text))));
  writeFileSync(python, PYTHON);
  return {
    ...{ folder, schema, loose, ruleset, python, glob: `${folder}/**/*.yaml` },
    at: (path) => [resolve(peers, 'node_modules', path)].find(existsSync),
    files: () =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.yaml'))
        .map((name) => join(folder, name)),
  };
}

/** Some read a date as something that is neither text nor number: their schema leaves open what stands there. */
function withoutScalars(schema) {
  if (typeof schema !== 'object' || schema === null) return schema;
  if (Array.isArray(schema)) return schema.map(withoutScalars);
  if (Array.isArray(schema.type)) return {};
  return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, withoutScalars(value)]));
}

const spectralRules = (schema) => ({
  rules: {
    'case-file': {
      given: '$',
      severity: 'error',
      // biome-ignore lint/suspicious/noThenProperty: so Spectral names what follows
      then: { function: 'schema', functionOptions: { schema, dialect: 'draft2020-12' } },
    },
  },
});

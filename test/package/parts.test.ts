import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

interface Package {
  readonly folder: string;
  readonly name: string;
  readonly version: string;
}

/** The scripts are plain JavaScript: their types are written down here. */
interface Scripts {
  readonly bundledPackages: () => readonly Package[];
  readonly foldersIn: (metafiles: readonly unknown[]) => readonly string[];
  readonly packageIn: (folder: string) => Package;
  readonly sbomOf: (packages: readonly Package[], manifest: unknown, bases: unknown) => string;
  readonly BASES: unknown;
}

const folder = '../../scripts/package';
const parts = ['bundled', 'sbom', 'bases'].map((name) => import(`${folder}/${name}.mjs`));
const { bundledPackages, foldersIn, packageIn, sbomOf, BASES }: Scripts = Object.assign(
  {},
  ...(await Promise.all(parts)),
);

const packages = bundledPackages();
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));

test('what is bundled is told by the files that came into a build, inner packages too', () => {
  const inputs = Object.fromEntries(
    ['src/main.ts', 'node_modules/zod/a.js', 'node_modules/zod/b.js', 'node_modules/@x/y/node_modules/z/c.js'].map(
      (name) => [name, { bytesInOutput: 1 }],
    ),
  );
  expect(foldersIn([{ outputs: { 'dist/main.js': { inputs } } }])).toEqual([
    'node_modules/@x/y/node_modules/z',
    'node_modules/zod',
  ]);
});

test('a package without the text of a licence is not shipped', () =>
  expect(() => packageIn('test/fixtures/unlicensed')).toThrow('has no text of its licence'));

test('the licences name what is bundled, and nothing else', () => {
  const text = readFileSync('THIRD-PARTY-LICENCES', 'utf8');
  const named = [...text.matchAll(/^={78}\n\n(\S+) (\d\S*) \(/gm)].map(([, name, version]) => `${name} ${version}`);
  expect(named).toEqual(packages.map(({ name, version }) => `${name} ${version}`));
  expect(named.length).toBeGreaterThan(20);
});

describe('the list of parts', () => {
  const text = sbomOf(packages, manifest, BASES);
  const sbom = JSON.parse(text);
  const refs: string[] = sbom.components.map((one: Readonly<Record<string, unknown>>) => one['bom-ref']);

  test('has every package with its checksum, and the node of each executable', () => {
    expect(sbom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.5' });
    expect(refs).toHaveLength(packages.length + 2);
    expect(new Set(refs).size).toBe(refs.length);
    expect(refs).toContain('pkg:npm/%40inquirer/core@12.0.6');
    for (const { hashes } of sbom.components) expect(hashes[0].content).toMatch(/^(?:[0-9a-f]{64}|[0-9a-f]{128})$/);
  });

  test('says what needs what, of these parts alone', () => {
    const known = new Set([...refs, sbom.metadata.component['bom-ref']]);
    for (const { ref, dependsOn } of sbom.dependencies)
      for (const one of [ref, ...dependsOn]) expect(known).toContain(one);
    const core = sbom.dependencies.find(({ ref }: { readonly ref: string }) => ref.includes('inquirer/core'));
    expect(core.dependsOn).toContain('pkg:npm/mute-stream@3.0.0');
  });

  test('is the same each time: it has neither a time nor a random number', () => {
    expect(sbomOf(packages, manifest, BASES)).toBe(text);
    expect(Object.keys(sbom)).not.toContain('serialNumber');
    expect(Object.keys(sbom.metadata)).toEqual(['component']);
  });
});

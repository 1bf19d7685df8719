// The list of what is in the program, for machines: CycloneDX 1.5. It has neither a time nor a random number, so that
// the same program always has the same list.
import { readFileSync } from 'node:fs';

const purl = (name, version) => `pkg:npm/${name.replace('@', '%40')}@${version}`;

/** The list for the program itself, the packages bundled in it, and the node that executables are made of. */
export function sbomOf(packages, { name, version, description, license }, bases) {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;
  const root = purl(name, version);
  const nodes = nodeComponents(bases);
  const sbom = {
    $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: {
      component: { ...component('application', name, version, license), 'bom-ref': root, description },
    },
    components: [...packages.map((one) => packageComponent(one, lock[one.folder])), ...nodes],
    dependencies: [
      { ref: root, dependsOn: [...packages.map(refOf), ...nodes.map((node) => node['bom-ref'])].sort() },
      ...packages.map((one) => ({ ref: refOf(one), dependsOn: needsOf(one, packages, lock) })),
    ],
  };
  return `${JSON.stringify(sbom, null, 2)}\n`;
}

const component = (type, name, version, licence) => ({
  type,
  name,
  version,
  licenses: [{ license: { id: licence } }],
  purl: purl(name, version),
});

/** One package may be there in two versions. */
const refOf = ({ name, version }) => purl(name, version);

function packageComponent(one, locked) {
  const sha512 = Buffer.from(locked.integrity.replace('sha512-', ''), 'base64').toString('hex');
  return {
    ...component('library', one.name, one.version, one.licence),
    'bom-ref': refOf(one),
    scope: 'required',
    hashes: [{ alg: 'SHA-512', content: sha512 }],
  };
}

/** The node of each target; only executables hold it. */
function nodeComponents({ node, ...targets }) {
  return Object.values(targets).map(({ package: name, sha256 }) => ({
    ...component('platform', name, node, 'MIT'),
    'bom-ref': purl(name, node),
    scope: 'optional',
    hashes: [{ alg: 'SHA-256', content: sha256 }],
  }));
}

/** Those of the bundled packages that a package asks for itself, in the version that stands nearest to it. */
function needsOf({ folder }, packages, lock) {
  const wanted = Object.keys(lock[folder].dependencies ?? {});
  return wanted.flatMap((name) => nearest(name, folder, packages)).sort();
}

function nearest(name, from, packages) {
  for (let at = from; ; at = at.slice(0, at.lastIndexOf('/node_modules/'))) {
    const found = packages.find(({ folder }) => folder === `${at}/node_modules/${name}`);
    if (found) return [refOf(found)];
    if (!at.includes('/node_modules/')) break;
  }
  const top = packages.find(({ folder }) => folder === `node_modules/${name}`);
  return top ? [refOf(top)] : [];
}

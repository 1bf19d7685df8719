import type { Documents } from '../documents/schema.ts';
import type { Layer } from '../files/policies/layers.ts';
import type { FoldersNamed, ShippedFiles } from '../files/policies/shipped-files.ts';
import type { Io } from '../io.ts';
import type { PolicyLibrary } from '../policy/folder/policy-library.ts';

/** Policies, and the folders that they stand in. */
export interface Policies {
  /** The lowest first. */
  readonly layers: readonly Layer[];
  readonly library: PolicyLibrary;
  /** Which notes and letters there are, where the build has read the list. */
  readonly documents?: Documents;
}

/**
 * The policies of the folders named, with all that they extend; else of the folder beside the executable, else the
 * shipped ones. Those are taken as the build compiled them, unless they were changed since.
 */
export async function policiesNamed(
  named: FoldersNamed | undefined,
  { shipped }: Pick<Io, 'shipped'>,
): Promise<Policies> {
  const built = (named ?? shipped.beside.policies) === undefined ? await asBuilt(shipped) : undefined;
  if (built) return built;
  const { layersNamed } = await import('../files/policies/layers.ts');
  const { PolicyFolder } = await import('../files/policies/policy-folder.ts');
  const layers = layersNamed(named, shipped);
  return { layers, library: new PolicyFolder(layers) };
}

/** Each program has one build: what was brought back from it serves every case. */
let revived: PolicyLibrary | undefined;

async function asBuilt(shipped: ShippedFiles): Promise<Policies | undefined> {
  const { SHIPPED } = await import('../files/policies/shipped.built.ts');
  if (!shipped.areAsBuilt(SHIPPED.sizes)) return undefined;
  const { ShippedPolicies } = await import('../files/policies/shipped-policies.ts');
  revived ??= new ShippedPolicies(SHIPPED);
  return {
    layers: [{ folder: shipped.policies, isNamed: true }],
    library: revived,
    documents: SHIPPED.documents,
  };
}

/** Which notes and letters there are under some policies. @throws UserError for a list with errors */
export async function documentsFor(
  { documents, layers }: Policies,
  { shipped }: Pick<Io, 'shipped'>,
): Promise<Documents> {
  if (documents) return documents;
  const { documentsOf } = await import('../files/policies/documents.ts');
  return documentsOf(layers, shipped.policies).documents;
}

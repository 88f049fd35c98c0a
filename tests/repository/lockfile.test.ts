import { expect, test } from 'vitest';
import { list, read } from './source-tree.ts';

type Package = { integrity?: string; resolved?: string; link?: boolean; inBundle?: boolean };

const packages = Object.entries<Package>(JSON.parse(read('package-lock.json')).packages).slice(1);
const manifest = JSON.parse(read('package.json'));

test('every package is pinned by what is in it, and by no address', () => {
  const unpinned = packages
    .filter(([, { integrity, inBundle }]) => !integrity && !inBundle)
    .map(([path]) => path);
  expect(unpinned, `Without a checksum anything could be installed:${list(unpinned)}`).toEqual([]);
  const addressed = packages.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path);
  const cure = 'Run npm with --omit-lockfile-registry-resolved, so that everybody uses their own source';
  expect(addressed, `${cure}:${list(addressed)}`).toEqual([]);
});

test('every version in package.json is exact', () => {
  const wanted = Object.entries<string>({ ...manifest.dependencies, ...manifest.devDependencies });
  const loose = wanted
    .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    .map((pair) => pair.join(' '));
  expect(loose, `Newer tools have broken the build before (TypeScript 7, preact 11):${list(loose)}`).toEqual(
    [],
  );
});

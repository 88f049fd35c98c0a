import type { Upgrade } from '#shared/web/storage/database.ts';

/** Version 1: jobs, their pictures, and the key that secrets are sealed with. */
export const createFirstStores: Upgrade = (database) => {
  database.createObjectStore('jobs', { keyPath: 'id' }).createIndex('createdAtMs', 'createdAtMs');
  database.createObjectStore('blobs');
  database.createObjectStore('keys');
};

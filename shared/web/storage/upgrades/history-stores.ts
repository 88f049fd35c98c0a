import type { Upgrade } from '#shared/web/storage/database.ts';

/**
 * Version 2: the history beside the journal, and indexes that find jobs without reading them all. Jobs of
 * version 1 stay as they are; their entries are made when the worker next has nothing else to do.
 */
export const createHistoryStores: Upgrade = (database, transaction) => {
  const jobs = transaction.objectStore('jobs');
  jobs.createIndex('stage', 'stage.name');
  // Only jobs that made a picture have the last part, and so a place in it.
  jobs.createIndex('doneOfDeployment', ['recipe.engine', 'recipe.deploymentId', 'enteredAtMs.done']);
  const history = database.createObjectStore('history', { keyPath: 'id' });
  history.createIndex('newestFirst', 'negatedEndMs');
  history.createIndex('recipeKey', 'recipeKey');
  history.createIndex('likeKey', 'likeKey');
  database.createObjectStore('pictureFacts', { keyPath: 'key' });
};

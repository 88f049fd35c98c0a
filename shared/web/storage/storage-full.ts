import { AppError } from '#shared/errors/app-error.ts';

/** Passes an error of the database on; a disk that is full under the name a person is told. */
export function throwStorageError(error: unknown): never {
  const isFull = error instanceof Error && error.name === 'QuotaExceededError';
  throw isFull ? new AppError('storage-full', error.message) : error;
}

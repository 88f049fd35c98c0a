import type { RefObject } from 'preact';
import { webAppWords } from '#shared/i18n/en/web-app.ts';

const words = webAppWords.picture;

export type PictureInputsProps = {
  file: RefObject<HTMLInputElement>;
  camera: RefObject<HTMLInputElement>;
  onFiles(files: readonly File[]): void;
};

/** The browser's own ways to a picture, opened by the buttons of the panel. */
export function PictureInputs({ file, camera, onFiles }: PictureInputsProps) {
  const onChange = ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
    onFiles([...(currentTarget.files ?? [])]);
    // The same one may be chosen again.
    currentTarget.value = '';
  };
  const input = { type: 'file', accept: 'image/*', hidden: true, onChange };
  return (
    <>
      <input {...input} ref={file} aria-label={words.file} />
      <input {...input} ref={camera} aria-label={words.camera} capture="environment" />
    </>
  );
}

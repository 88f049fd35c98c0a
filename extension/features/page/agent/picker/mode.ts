/** What the pointer and the keys do in the picker at one time. Points are of the viewport, in CSS pixels. */
export type Mode = {
  enter(): void;
  /** Once a frame: pages move. */
  onFrame(): void;
  onMove?(xPx: number, yPx: number): void;
  onDown?(xPx: number, yPx: number): void;
  onUp?(): void;
  onClick?(xPx: number, yPx: number): void;
  /** True when the key was for this mode. */
  onKey?(key: string): boolean;
  onAct?(act: string): void;
};

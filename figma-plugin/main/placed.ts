/** A layer that has a place on the canvas. */
export type Placed = Extract<SceneNode, { absoluteTransform: Transform }>;
